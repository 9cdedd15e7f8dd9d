export { generateWordProblem, type Wordings, type WordProblem } from "./generate-word-problem.ts";
export { generateWordProblems } from "./generate-word-problems.ts";
export { loadWordProblems } from "./load-word-problems.ts";
export { evenMixture, outOfDomainMixture, pretrainingMixtures } from "./mixtures.ts";
export { skills } from "./skills/index.ts";
export { splitOf } from "./splits.ts";
