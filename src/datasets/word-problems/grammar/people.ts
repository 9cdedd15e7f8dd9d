import type { Random } from "../../../foundation/random.ts";

interface Person {
  readonly name: string;
  readonly he: string;
  readonly his: string;
  readonly him: string;
}

/** The people of a story. Only the main person goes by pronouns: the others take the other ones, so none is in doubt. */
export interface Cast {
  readonly main: Person;
  /** Two others, always named. */
  readonly friend: string;
  readonly third: string;
  /** What someone of the main person's family or street is to them: "uncle". */
  readonly relative: string;
}

const women = `
  Anna Maria Lucy Emma Sara Nina Rosa Julia Kate Lily Mia Ella
  Zoe Amy Eva Ruth Grace Clara Hana Leila Ines Tara Wendy Priya
`;
const men = `
  Tom Ben Sam Leo Max Paul Jack Omar Luis Noah Adam Ivan
  Hugo Dan Mark Carl Peter Felix Kofi Ravi Oscar Eric Juan Theo
`;

const herNames = women.trim().split(/\s+/);
const hisNames = men.trim().split(/\s+/);
const neutral = ["cousin", "neighbor", "coach", "teacher"];
const femaleRelatives = ["sister", "mother", "aunt", "grandmother", ...neutral];
const maleRelatives = ["brother", "father", "uncle", "grandfather", ...neutral];
const she = { he: "she", his: "her", him: "her" };
const he = { he: "he", his: "his", him: "him" };

export function drawCast(random: Random): Cast {
  const female = random.next() < 0.5;
  const [names, others] = female ? [herNames, hisNames] : [hisNames, herNames];
  const [friend, third] = random.sample(others, 2) as [string, string];
  const relative = random.pick(female ? maleRelatives : femaleRelatives);
  return { main: { name: random.pick(names), ...(female ? she : he) }, friend, third, relative };
}
