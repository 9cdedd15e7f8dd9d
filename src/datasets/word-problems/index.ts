export { generateWordProblem, type Wordings, type WordProblem } from "./generate-word-problem.ts";
export { generateWordProblems, type WordProblemsOptions } from "./generate-word-problems.ts";
export { loadWordProblems, type WordProblemSplit } from "./load-word-problems.ts";
export { evenMixture, type Mixture, outOfDomainMixture, pretrainingMixture } from "./mixtures.ts";
export type { Skill } from "./skill.ts";
export { skills } from "./skills/index.ts";
export { type Split, splitOf } from "./splits.ts";
