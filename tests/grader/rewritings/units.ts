/** Units that an answer may carry where the reference has none. */
export const unitsToAdd: readonly { name: string; add(number: string): string }[] = [
  { name: "unit added: centimetres", add: (number) => `${number} \\text{ cm}` },
  { name: "unit added: square metres", add: (number) => `${number}\\,\\text{m}^2` },
  {
    name: "unit added: dollars",
    add: (number) => (number.startsWith("-") ? `-\\$${number.slice(1)}` : `\\$${number}`),
  },
  { name: "unit added: hours", add: (number) => `${number} hours` },
];
