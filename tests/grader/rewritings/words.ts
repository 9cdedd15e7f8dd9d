import { type Change, changeOf } from "../variant.ts";

/** Other ways to write words, letters, marks, units and bases. */
export const wordRewritings: readonly Change[] = [
  changeOf("text", "plain", ({ words }) => words),
  changeOf("text", "\\text", ({ words }) => `\\text{${words}}`),
  changeOf("text", "\\mathrm in dollars", ({ words }) =>
    words.includes(" ") ? null : `$\\mathrm{${words}}$`,
  ),
  changeOf("text", "bold", ({ words }) => `\\textbf{${words}}`),
  changeOf("text", "capitals", ({ words }) => words.toUpperCase()),
  changeOf("text", "small letters", ({ words }) => words.toLowerCase()),
  changeOf("text", "spaces", ({ words }) => ` ${words.replaceAll(" ", "  ")} `),
  changeOf("choice", "letter", ({ letter }) => letter),
  changeOf("choice", "in parentheses", ({ letter }) => `(${letter})`),
  changeOf("choice", "\\text", ({ letter }) => `\\text{${letter}}`),
  changeOf("choice", "\\textbf in parentheses", ({ letter }) => `\\textbf{(${letter})}`),
  changeOf("choice", "full stop", ({ letter }) => `${letter}.`),
  changeOf("choice", "parenthesis", ({ letter }) => `${letter})`),
  ...markSpellings("percent", ["\\%", "%", " \\%", " percent", "\\text{ percent}"]),
  ...markSpellings("degree", ["^\\circ", "^{\\circ}", "°", " degrees", "\\text{ degrees}", " ^ \\circ"]),
  changeOf("marked", "currency in words", ({ text, mark }) => (mark === "dollar" ? `${text} dollars` : null)),
  changeOf("marked", "currency sign spaced", ({ text, mark }) => (mark === "dollar" ? `\\$ ${text}` : null)),
  changeOf("marked", "without currency", ({ text, mark }) => (mark === "dollar" ? text : null)),
  changeOf("measure", "without unit", ({ text }) => text),
  changeOf("measure", "\\mathrm", ({ text, unit }) =>
    unit.includes(" ") ? null : `${text}\\,\\mathrm{${unit}}`,
  ),
  changeOf("measure", "\\text", ({ text, unit }) => `${text} \\text{ ${unit}}`),
  changeOf("measure", "in words", ({ text, unit }) => (/^[-\d.]+$/.test(text) ? `${text} ${unit}` : null)),
  changeOf("based", "braced", ({ digits, base }) => `${digits}_{${base}}`),
  changeOf("based", "base in words", ({ digits, base }) => `${digits}_{\\text{${base}}}`),
  changeOf("based", "spaced", ({ digits, base }) => `${digits} _ {${base}}`),
];

function markSpellings(mark: "percent" | "degree", endings: readonly string[]): Change[] {
  return endings.map((ending) =>
    changeOf("marked", `${mark}: ${ending}`, (shape) =>
      shape.mark === mark ? `${shape.text}${ending}` : null,
    ),
  );
}
