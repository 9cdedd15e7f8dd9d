import { inWords } from "./number-text.ts";

/** The text as a sentence begins: capital letter first, and small numbers in words. */
export function capitalised(text: string): string {
  const spelled = text.replace(/^\d{1,2}(?= )/, (digits) => inWords(Number(digits)));
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}
