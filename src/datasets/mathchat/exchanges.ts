/** What the user says, and what the assistant answers. */
export interface Exchange {
  user: string;
  assistant: string;
}

/** Cuts a dialogue of lines that begin with "A:" (the user) and "B:" (the assistant); empty where the two do not alternate. */
export function exchangesOf(dialogue: string): Exchange[] {
  const [before = "", ...turns] = dialogue.split(/(?:^|\n)[^\S\n]*(A|B):/);
  const speakers = turns.filter((_, index) => index % 2 === 0);
  const texts = turns.filter((_, index) => index % 2 === 1).map((text) => text.trim());
  const alternate = speakers.every((speaker, index) => speaker === (index % 2 === 0 ? "A" : "B"));
  if (before.trim() !== "" || !alternate || texts.length % 2 === 1 || texts.includes("")) return [];
  return texts.flatMap((text, index) =>
    index % 2 === 0 ? [{ user: text, assistant: texts[index + 1]! }] : [],
  );
}
