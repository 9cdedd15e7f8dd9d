/**
 * Measures the pupil's greedy accuracy per skill on problems of the dev split, without a demonstration, with one of the
 * same skill, and with one of another skill. Prints a Markdown table.
 *
 *     node pupil/measure.ts [--problems 50] [--adapter DIRECTORY]
 */
import { parseArgs } from "node:util";
import { pupilDirectory } from "../src/config/pupil-directory.ts";
import { generateWordProblems, pretrainingMixtures, skills } from "../src/datasets/word-problems/index.ts";
import type { Problem } from "../src/domain/problem.ts";
import { mathGrader } from "../src/graders/math/index.ts";
import { createEmbeddedServer } from "../src/models/embedded/index.ts";
import { type Demonstration, questionAndSolution } from "../src/models/prompt-template.ts";

const { values } = parseArgs({
  options: { problems: { type: "string", default: "50" }, adapter: { type: "string" } },
});
const perSkill = Number(values.problems);

const server = createEmbeddedServer({ directory: pupilDirectory });
const model = await server.serve(values.adapter ?? null);

async function isRight(problem: Problem, demonstration?: Demonstration): Promise<boolean> {
  const { text } = await model.generate({
    prompt: questionAndSolution.prompt(problem.question, demonstration),
    maxOutputTokens: 160,
    temperature: 0,
    stop: questionAndSolution.stop,
  });
  return mathGrader.grade(text, problem.answer).verdict === "right";
}

async function accuracy(problems: readonly Problem[], demonstrationOf?: (index: number) => Demonstration) {
  const right = await Promise.all(
    problems.map((problem, index) => isRight(problem, demonstrationOf?.(index))),
  );
  return right.filter(Boolean).length / right.length;
}

const learnt = skills.filter(({ heldOut }) => !heldOut);
const draw = (skill: string, seed: string) =>
  generateWordProblems({
    seed: `measure-${seed}-${skill}`,
    count: perSkill,
    mixture: { [skill]: 1 },
    wordings: "ordinary",
    split: "dev",
  });

const rows: { name: string; share: number; accuracies: number[] }[] = [];
for (const [index, { id, name }] of learnt.entries()) {
  const problems = draw(id, "problem");
  const same = draw(id, "demonstration");
  const other = draw(learnt[(index + 1) % learnt.length]!.id, "demonstration");
  const accuracies = await Promise.all([
    accuracy(problems),
    accuracy(problems, (at) => same[at]!),
    accuracy(problems, (at) => other[at]!),
  ]);
  rows.push({ name, share: pretrainingMixtures.late[id] ?? 0, accuracies });
}
await model.close?.();
await server.close();

const percent = (value: number) => `${(100 * value).toFixed(0)} %`;
const mean = (column: number) =>
  rows.reduce((sum, { accuracies }) => sum + accuracies[column]!, 0) / rows.length;
console.log(
  "| skill | share of the late phase | zero-shot | one-shot, same skill | one-shot, another skill |",
);
console.log("|---|---|---|---|---|");
for (const { name, share, accuracies } of rows.sort((a, b) => b.share - a.share)) {
  console.log(`| ${name} | ${(100 * share).toFixed(2)} % | ${accuracies.map(percent).join(" | ")} |`);
}
console.log(`| **mean** | | ${[0, 1, 2].map((column) => percent(mean(column))).join(" | ")} |`);
