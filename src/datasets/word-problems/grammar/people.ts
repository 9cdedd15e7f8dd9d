import type { Random } from "../../../foundation/random.ts";

export interface Person {
  readonly name: string;
  readonly he: string;
  readonly his: string;
  readonly him: string;
}

const girls = [
  "Anna",
  "Maria",
  "Lucy",
  "Emma",
  "Sara",
  "Nina",
  "Rosa",
  "Julia",
  "Kate",
  "Lily",
  "Mia",
  "Ella",
];
const women = [
  "Zoe",
  "Amy",
  "Eva",
  "Ruth",
  "Grace",
  "Clara",
  "Hana",
  "Leila",
  "Ines",
  "Tara",
  "Wendy",
  "Priya",
];
const boys = ["Tom", "Ben", "Sam", "Leo", "Max", "Paul", "Jack", "Omar", "Luis", "Noah", "Adam", "Ivan"];
const men = [
  "Hugo",
  "Dan",
  "Mark",
  "Carl",
  "Peter",
  "Felix",
  "Kofi",
  "Ravi",
  "Oscar",
  "Eric",
  "Juan",
  "Theo",
];

const she = { he: "she", his: "her", him: "her" };
const he = { he: "he", his: "his", him: "him" };

export interface Cast {
  /** The person that pronouns stand for. */
  readonly main: Person;
  /** Two others, always named. They go by the other pronouns, so that "he" and "she" are never in doubt. */
  readonly friend: string;
  readonly third: string;
  /** Someone of the main person's family or street, for whom the same holds. */
  readonly relative: string;
}

export function drawCast(random: Random): Cast {
  const female = random.next() < 0.5;
  const [names, others] = female ? [herNames, hisNames] : [hisNames, herNames];
  const [friend, third] = random.sample(others, 2) as [string, string];
  const relative = random.pick(female ? hisRelatives : herRelatives);
  return { main: { name: random.pick(names), ...(female ? she : he) }, friend, third, relative };
}

const herNames = [...girls, ...women];
const hisNames = [...boys, ...men];
const neutral = ["cousin", "neighbor", "coach", "teacher"];
/** Relatives of a woman or girl, and of a man or boy. */
const hisRelatives = ["brother", "father", "uncle", "grandfather", ...neutral];
const herRelatives = ["sister", "mother", "aunt", "grandmother", ...neutral];
