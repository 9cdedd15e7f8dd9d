import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gradersOf } from "../src/config/graders-of.ts";
import { parseConfig } from "../src/config/load.ts";
import { presets } from "../src/config/presets/index.ts";
import { dataSets, loadDataSet, splitNamed } from "../src/datasets/registry/index.ts";
import { dataStorage } from "../src/datasets/storage/index.ts";
import type { ScoreName } from "../src/domain/evaluation.ts";
import type { Problem } from "../src/domain/problem.ts";

const data = process.env.ERRATA_DATA_DIR ?? join(import.meta.dirname, "../../shared/data");
const isHere = existsSync(data);
if (!isHere) console.warn(`Benchmarks are not scored: ${data} is not there (ERRATA_DATA_DIR).`);

/** Problems looked at of each benchmark, evenly spread. */
const most = 150;

const papers = [
  ["llama3-8b", ["gsm8k", "math", "tal-scq", "gaokao-bench-math", "sat-math", "college-math"]],
  ["lemma-llama3-8b", ["gsm8k", "math", "asdiv", "mawps", "svamp", "college-math"]],
] as const;
const configOf = (preset: (typeof papers)[number][0]) => parseConfig(presets[preset].config, preset);
const cases = papers.flatMap(([preset, names]) => names.map((name) => [preset, name] as const));

describe("the presets of the papers", () => {
  it.each(papers)("%s has the benchmarks of its paper that are in the registry", (preset, names) => {
    expect(Object.keys(configOf(preset).data.benchmarks)).toEqual(names);
  });
});

describe.skipIf(!isHere)("both scores on prepared data", () => {
  it.each(cases)("of %s on %s tell right answers from others", async (preset, name) => {
    const config = configOf(preset);
    const problems = await sampleOf(config.data.benchmarks[name]![0]!);
    const rules = gradersOf(config).benchmarkGrader.scores!;
    const verdicts = (score: ScoreName, answerTo: (problem: Problem, index: number) => string) =>
      problems.map((problem, index) => {
        const context = { choices: problem.choices, finishReason: "stop" as const };
        const output = `We work it out step by step.\nSo it is \\boxed{${answerTo(problem, index)}}.`;
        return rules[score]!.grade(output, problem.answer, context).verdict;
      });
    const share = (list: readonly string[], verdict: string) =>
      list.filter((each) => each === verdict).length / problems.length;
    const another = (problem: Problem, index: number) => otherAnswer(problem, index, problems);

    const right = verdicts("errata", ({ answer }) => answer);
    // College-math has whole arguments for reference answers, of which a part is read.
    expect(share(right, "right")).toBeGreaterThan(name === "college-math" ? 0.95 : 0.999);
    expect(share(verdicts("errata", another), "right")).toBe(0);

    expect(
      share(
        verdicts("paper", ({ answer }) => answer),
        "right",
      ),
    ).toBe(1);
    expect(share(verdicts("paper", another), "right")).toBeLessThan(0.02);
  });
});

type Source = ReturnType<typeof configOf>["data"]["benchmarks"][string][number];

async function sampleOf(source: Source): Promise<Problem[]> {
  if (!("dataset" in source)) throw new Error("the benchmarks of presets are data sets");
  const dataSet = dataSets[source.dataset];
  const storage = dataStorage({ ERRATA_DATA_DIR: data });
  const split = splitNamed(dataSet, source.split);
  const { problems } = await loadDataSet(dataSet, split, storage);
  expect(problems).toHaveLength(dataSet.splits[split]!.problems);
  const step = Math.max(1, Math.floor(problems.length / most));
  return problems.filter((_, index) => index % step === 0);
}

/** Another option, or else the answer of a later problem that is written otherwise. */
function otherAnswer({ answer, choices }: Problem, index: number, problems: readonly Problem[]): string {
  const candidates = choices ?? [...problems.slice(index + 1), ...problems].map((problem) => problem.answer);
  return candidates.find((candidate) => candidate !== answer)!;
}
