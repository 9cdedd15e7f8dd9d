/** Someone who does things in a story: a person, several people, or an organisation. */
export interface Agent {
  readonly name: string;
  readonly pronoun: Pronoun;
  readonly plural: boolean;
  /** The agents that a group consists of. */
  readonly members: readonly Agent[];
}

export interface Pronoun {
  readonly subject: string;
  readonly object: string;
  readonly possessive: string;
}

export const she: Pronoun = { subject: "she", object: "her", possessive: "her" };
export const he: Pronoun = { subject: "he", object: "him", possessive: "his" };
export const it: Pronoun = { subject: "it", object: "it", possessive: "its" };
export const they: Pronoun = { subject: "they", object: "them", possessive: "their" };

const women =
  "Amina Beatriz Chloe Daria Elif Farida Greta Hana Ingrid Jamila Katya Leila Maren Nadia Olga Priya Rosa Sofia Tamar Uma Vera Wanda Yara Zoe".split(
    " ",
  );
const men =
  "Andrei Bruno Cyrus Diego Emil Felix Gustav Hugo Ivan Jonas Kofi Luca Mateo Nikhil Oscar Pavel Quentin Rashid Stefan Tariq Umar Viktor Willem Yusuf".split(
    " ",
  );

const person =
  (pronoun: Pronoun) =>
  (name: string): Agent => ({ name, pronoun, plural: false, members: [] });

/** People for stories, women and men. */
export const people: readonly Agent[] = [...women.map(person(she)), ...men.map(person(he))];

/** A club, a school, a shop: "the chess club". */
export function organisation(name: string): Agent {
  return { name, pronoun: it, plural: false, members: [] };
}

/** Several agents as one: "Ann and Ben". */
export function groupOf(members: readonly Agent[]): Agent {
  return { name: listing(members.map(({ name }) => name)), pronoun: they, plural: true, members };
}

/** The possessive of a name: "Ann's", "Jonas's", "Ann and Ben's". */
export function possessive(name: string): string {
  return `${name}'s`;
}

/** "a", "a and b", "a, b and c". */
export function listing(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
