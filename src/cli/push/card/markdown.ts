/** A section with its heading; nothing where it has no text. */
export const section = (heading: string, text: string): string[] =>
  text === "" ? [] : [`## ${heading}\n\n${text}`];
