import { stripLatex } from "../strip-latex.ts";

const numberWords = [
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
  "eighteen nineteen twenty",
]
  .join(" ")
  .split(" ");

/** Words that say of what a number is a measure; they are removed after a number. */
const units = [
  "degrees? radians? inches inch feet foot yards? miles? millimeters? centimeters? meters? kilometers? mm cm km ft mi",
  "seconds? minutes? hours? days? weeks? months? years? sec min hrs? a\\.?m\\.? p\\.?m\\.? mph kmph km/h m/s",
  "grams? kilograms? pounds? ounces? tons? kg lbs? oz liters? litres? gallons? cups? ml acres? sq square cubic",
  "dollars? cents? euros? rupees? yuan rs usd percent units? points? people students books apples times",
]
  .join(" ")
  .split(" ")
  .join("|");

const numberWord = new RegExp(`\\b(?:${numberWords.join("|")})\\b`, "gi");
const unitAfterNumber = new RegExp(String.raw`(\d|\})\s*(?:(?:${units})\b\.?\s*)+$`, "i");

/** The normalisation before anything is compared: no dollars, percent signs, `\text` and units; words become digits. */
export function stripAnswer(text: string): string {
  const plain = text
    .trim()
    .replace(/\.$/, "")
    .replaceAll(/\\\$|\$/g, "")
    .replaceAll(/\\(?:text|mbox|textbf|mathrm)\{([^{}]*)\}(?:\^\{?\d\}?)?/g, " $1")
    .replaceAll(numberWord, (word) => String(numberWords.indexOf(word.toLowerCase())));
  return stripLatex(plain.replace(unitAfterNumber, "$1")).replace(/^(-?\d+)\.0+$/, "$1");
}
