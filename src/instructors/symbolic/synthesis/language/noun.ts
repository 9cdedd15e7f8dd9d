/** A countable noun, with what counts as its plural. */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

const irregularPlurals: Record<string, string> = {
  child: "children",
  grandchild: "grandchildren",
  foot: "feet",
  half: "halves",
  knife: "knives",
  leaf: "leaves",
  loaf: "loaves",
  man: "men",
  person: "people",
  scarf: "scarves",
  shelf: "shelves",
  woman: "women",
  fish: "fish",
  sheep: "sheep",
};

/**
 * The noun with its regular or well-known plural. In "jar of honey" the head takes it.
 *
 * @example noun("jar of honey").many // "jars of honey"
 */
export function noun(one: string): Noun {
  const [head = one, ...rest] = one.split(" of ");
  return { one, many: [plural(head), ...rest].join(" of ") };
}

/** The noun with an adjective or another noun before it: "red apple". */
export function qualify(qualifier: string | null, { one, many }: Noun): Noun {
  return qualifier === null ? { one, many } : { one: `${qualifier} ${one}`, many: `${qualifier} ${many}` };
}

/** "a" or "an", by the sound that the next word begins with. */
export function article(next: string): "a" | "an" {
  return /^(?:[aeio]|u(?!ni|se)|hour)/i.test(next) ? "an" : "a";
}

/** "a small crate", "an apple". */
export function indefinite(words: string): string {
  return `${article(words)} ${words}`;
}

function plural(words: string): string {
  const lastSpace = words.lastIndexOf(" ") + 1;
  const [before, word] = [words.slice(0, lastSpace), words.slice(lastSpace)];
  return before + (irregularPlurals[word] ?? regularPlural(word));
}

function regularPlural(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}
