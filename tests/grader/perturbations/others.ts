import { hasVariables, sameValue } from "../oracle/same-value.ts";
import { type Change, changeOf } from "../variant.ts";
import { another, scalarPerturbations } from "./scalars.ts";

/** Changes of measures, equations, words, letters and numerals in a base. */
export const otherPerturbations: readonly Change[] = [
  ...scalarPerturbations.flatMap((perturbation) => [
    changeOf("marked", `number: ${perturbation.name}`, ({ text, mark }, random) => {
      const other = /^[-\d.]+$/.test(text) ? another(perturbation, text, random) : null;
      if (other === null || /[ (]/.test(other)) return null;
      return mark === "dollar" ? `\\$${other}` : `${other}${mark === "percent" ? "\\%" : "^\\circ"}`;
    }),
    changeOf("measure", `number: ${perturbation.name}`, ({ text, unit }, random) => {
      const other = another(perturbation, text, random);
      return other === null || /[ (]/.test(other) ? null : `${other}\\text{ ${unit}}`;
    }),
    changeOf("equation", `right side: ${perturbation.name}`, ({ left, right }, random) => {
      // One variable stands for what is on the right, so that another right side is another equation.
      const isFormula =
        /^[a-z](?:_(?:\w|\{\w+\}))?$/i.test(left) && !right.replaceAll(/\\[a-z]+/gi, "").includes(left);
      const other = isFormula ? another(perturbation, right, random) : null;
      return other && `${left} = ${other}`;
    }),
  ]),
  changeOf("equation", "other unknown", ({ left, right }) =>
    hasVariables(left) && /^[a-z]$/.test(left) && hasVariables(right) && sameValue(left, right) === false
      ? `${left === "q" ? "u" : "q"} = ${right}`
      : null,
  ),
  {
    name: "other digit of a time or ratio",
    apply: ({ bare }) =>
      /^\d+(?::\d+)+(?: [ap]\.?m\.?)?$/i.test(bare)
        ? bare.replace(/\d/, (digit) => (digit === "9" ? "8" : String(Number(digit) + 1)))
        : null,
  },
  changeOf("text", "not", ({ words }) => `\\text{not ${words}}`),
  changeOf("text", "other word", (_, random) => `\\text{${random.pick(["zebra", "Timbuktu", "quince"])}}`),
  changeOf("choice", "other letter", ({ letter }) =>
    String.fromCharCode(letter.charCodeAt(0) + (letter === "A" ? 1 : -1)),
  ),
  changeOf(
    "based",
    "other digit",
    ({ digits, base }) =>
      `${digits.replace(/\d$/, (digit) => (digit === "0" ? "1" : String(Number(digit) - 1)))}_{${base}}`,
  ),
  changeOf("based", "digits the other way round", ({ digits, base }) => {
    const other = [...digits].reverse().join("");
    return other === digits || other.startsWith("0") ? null : `${other}_{${base}}`;
  }),
];
