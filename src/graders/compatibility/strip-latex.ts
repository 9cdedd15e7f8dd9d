/**
 * The normalisation that the evaluations of MATH have in common ("Hendrycks style"): layout, units after `\text{ `,
 * degrees, dollars and percent signs go; fractions and roots get their braces; a short left side of an equation goes.
 * It compares strings, so that equal values in another form stay different.
 *
 * @example stripLatex("x = \\dfrac12") // "\\frac{1}{2}"
 */
export function stripLatex(text: string): string {
  const plain = layout
    .reduce((rest, [pattern, replacement]) => rest.replaceAll(pattern, replacement), text)
    .trim();
  const braced = bracedFractions(bracedRoots(withoutLeftSide(plain)).replaceAll(" ", ""));
  return braced === "0.5" ? "\\frac{1}{2}" : slashFraction(braced);
}

const layout: readonly (readonly [RegExp, string])[] = [
  [/\n|\\!/g, ""],
  [/\\\\/g, "\\"],
  [/\\[td]frac/g, "\\frac"],
  [/\\left|\\right/g, ""],
  [/\^\{\\circ\}|\^\\circ/g, ""],
  [/\\\$/g, ""],
  [/\\text\{ [\s\S]*$/g, ""],
  [/\\?%/g, ""],
  [/(^|[ {])\./g, "$10."],
];

function withoutLeftSide(text: string): string {
  const sides = text.split("=");
  return sides.length === 2 && sides[0]!.trim().length <= 2 ? sides[1]!.trim() : text;
}

const bracedRoots = (text: string): string => text.replace(/\\sqrt\s*([^{[\s])/g, "\\sqrt{$1}");

const bracedFractions = (text: string): string =>
  text.replace(/\\frac([^{])([^{])/g, "\\frac{$1}{$2}").replace(/\\frac([^{])\{/g, "\\frac{$1}{");

const slashFraction = (text: string): string => text.replace(/^(-?\d+)\/(-?\d+)$/, "\\frac{$1}{$2}");
