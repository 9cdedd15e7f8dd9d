import type { Benchmark } from "../report-data.ts";

export const familiarSkills = [
  ...["age", "area", "average", "change", "comparison", "discount", "groups", "money", "perimeter", "rate"],
  ...["ratio", "remainder", "sharing", "speed", "tax", "time", "two-step change", "unit conversion"],
  ...["unit price", "work together"],
];
export const newSkills = ["fractions of a whole", "mixtures", "familiar skills, new wordings"];
const things = ["apples", "marbles", "stickers", "pencils", "muffins", "shells"];
const people = ["Ana", "Boris", "Chidi", "Dana", "Emre", "Farah"];

/** As many problems of each skill. */
export function benchmark(
  id: string,
  title: string,
  domain: Benchmark["domain"],
  skills: readonly string[],
  problemsPerSkill: number,
): Benchmark {
  const problems = skills.flatMap((skill, skillIndex) =>
    Array.from({ length: problemsPerSkill }, (_, index) => ({
      ...wordProblem(`${id}-${skillIndex}-${index}`, skill, index),
      errorTypeIds: [["wrong-operation", "unit-not-converted", "stopped-early"][index % 3]!],
    })),
  );
  return { id, title, domain, problems };
}

export function wordProblem(id: string, skill: string, index: number) {
  const [boxes, each, given] = [3 + (index % 7), 4 + (index % 5), 2 + (index % 3)];
  const thing = things[index % things.length]!;
  const person = people[index % people.length]!;
  const answer = boxes * each - given;
  return {
    id,
    question: `${person} fills ${boxes} boxes with ${each} ${thing} each and gives ${given} ${thing} away. How many ${thing} are left?`,
    solution: `${person} packs ${boxes} * ${each} = ${boxes * each} ${thing}.\n${boxes * each} - ${given} = ${answer} ${thing} are left.\n#### ${answer}`,
    answer: String(answer),
    skill,
  };
}
