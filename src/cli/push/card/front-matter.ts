import { stringify } from "yaml";

/** The metadata of a card, by the hub's names; what is undefined or an empty list is left out. */
export type FrontMatter = Readonly<Record<string, unknown>>;

/** Metadata as YAML between lines of dashes, with which a README of the hub begins. */
export function frontMatter(metadata: FrontMatter): string {
  const said = Object.entries(metadata).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return `---\n${stringify(Object.fromEntries(said))}---\n`;
}
