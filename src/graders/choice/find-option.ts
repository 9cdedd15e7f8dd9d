import { isEquivalent } from "../math/equivalence/index.ts";
import type { ExtractedAnswer, Extraction } from "../math/extraction/index.ts";
import type { Choice } from "./choices.ts";
import { lettersOf } from "./letters.ts";
import { namedOptions } from "./prose.ts";

/** The options that an output decides for, and the rule that found them. */
export interface FoundOption {
  /** Sorted letters: "C", or "AC" for several. */
  readonly letters: string;
  readonly how: string;
}

/** The option that an output marks as its answer: by letter, by its text, or in prose ("choose D"). */
export function strictOption(
  output: string,
  { strict }: Extraction,
  choices: readonly Choice[],
): FoundOption | null {
  return (strict && optionOf(strict, choices)) ?? inProse(output, true);
}

/** As `strictOption`; otherwise what the end of the output names. */
export function flexibleOption(
  output: string,
  extraction: Extraction,
  choices: readonly Choice[],
): FoundOption | null {
  return (
    strictOption(output, extraction, choices) ??
    inProse(output, false) ??
    letterAlone(output) ??
    (extraction.flexible && optionOf(extraction.flexible, choices)) ??
    quoted(output, choices)
  );
}

function optionOf({ text, rule }: ExtractedAnswer, choices: readonly Choice[]): FoundOption | null {
  const letters = lettersOf(text);
  if (letters) return { letters, how: rule };
  const matching = choices.filter((choice) => isEquivalent(choice.text, text).equal === true);
  return matching.length === 1
    ? { letters: matching[0]!.letter, how: `${rule}, by the text of the option` }
    : null;
}

function inProse(output: string, chosen: boolean): FoundOption | null {
  const last = namedOptions(output).findLast(({ isChosen }) => isChosen || !chosen);
  return last ? { letters: last.letter, how: "option named in prose" } : null;
}

const longestLine = 40;

function letterAlone(output: string): FoundOption | null {
  const text = output.trimEnd();
  const line = text.slice(text.lastIndexOf("\n") + 1);
  const letters = line.length <= longestLine ? lettersOf(line) : null;
  return letters ? { letters, how: "letter on the last line" } : null;
}

/** The option whose text stands last in the last paragraph. */
function quoted(output: string, choices: readonly Choice[]): FoundOption | null {
  const text = output.trimEnd();
  const paragraph = text.slice(text.lastIndexOf("\n\n") + 1).toLowerCase();
  const found = choices
    .map(({ letter, text }) => ({
      letter,
      text,
      at: text === "" ? -1 : paragraph.lastIndexOf(text.toLowerCase()),
    }))
    .filter(({ at }) => at !== -1)
    .sort(
      (one, other) =>
        other.at + other.text.length - (one.at + one.text.length) || other.text.length - one.text.length,
    );
  return found[0] ? { letters: found[0].letter, how: "text of the option in the last paragraph" } : null;
}
