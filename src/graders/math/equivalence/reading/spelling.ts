/** Commands of one meaning, such as the sizes of a fraction. */
const variants: readonly (readonly [RegExp, string])[] = [
  [/\\[dtc]frac(?![a-zA-Z])/g, "\\frac"],
  [/\\[dt]binom(?![a-zA-Z])/g, "\\binom"],
  [/\\leq(?:slant)?(?![a-zA-Z])/g, "\\le"],
  [/\\geq(?:slant)?(?![a-zA-Z])/g, "\\ge"],
  [/\\neq(?![a-zA-Z])/g, "\\ne"],
  [/\\[cl]?dots(?![a-zA-Z])|\.{3}/g, "\\ldots"],
  [/\\(?:rightarrow|to)(?![a-zA-Z])/g, "\\to"],
];

/** A tidied text in one spelling of TeX: without braces around one character and without spaces that mean nothing. */
export function levelSpelling(text: string): string {
  const spelled = variants.reduce((level, [variant, usual]) => level.replaceAll(variant, usual), text);
  return spelled
    .replaceAll(/\s+(?![a-zA-Z0-9])|(?<![a-zA-Z0-9])\s+/g, "")
    .replaceAll(/\{([^{}\\\s])\}/g, "$1");
}
