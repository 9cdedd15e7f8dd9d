/** "all real numbers except 2": what follows is left out. */
const exceptedReals =
  /^(?:\\text\s*\{)?\s*(?:x can be )?(?:all|any|every) (?:reals?|real numbers?|numbers?),? (?:except|but|other than)(?: for)?\s*\}?\s*(?:x\s*=\s*)?(?=\S)/i;
/** Two bounds between brackets that open outwards, as French textbooks write open ends. */
const bounds = String.raw`[^\][(),\s](?:[^\][(),]*)\s*,\s*[^\][(),\s](?:[^\][(),]*)`;
const outwardInterval = new RegExp(String.raw`[\][]\s*${bounds}\[|\]\s*${bounds}\]`, "g");

/** Names of currencies that stand before the amount. */
const currencySigns: readonly (readonly [RegExp, string])[] = [
  [/\b(?:USD\s*|US\s?(?=\\?\$))(?=[\d.\\$])/g, "\\$$"],
  [/\bEUR\s*(?=[\d.])/g, "\\euro "],
  [/\bGBP\s*(?=[\d.])/g, "\\pounds "],
  [/\b(?:Rs\.?|INR)\s*(?=[\d.])/gi, "\\rupee "],
];

/** Set phrases and the French ]0, 1[ in the notation that the grammar knows, and the degree sign without braces. */
export function usualNotation(text: string): string {
  const reals = exceptedReals.exec(text);
  if (reals) return `\\mathbb{R}\\setminus\\{${text.slice(reals[0].length)}\\}`;
  const signs = currencySigns.reduce((usual, [name, sign]) => usual.replace(name, sign), text);
  return signs.replace(/\^\s*\{\s*\\circ\s*\}/g, "^\\circ ").replace(outwardInterval, (interval) => {
    const open = interval.startsWith("[") ? "[" : "(";
    const close = interval.endsWith("]") ? "]" : ")";
    return `${open}${interval.slice(1, -1)}${close}`;
  });
}
