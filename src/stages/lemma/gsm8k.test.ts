import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readRows } from "../../datasets/files/index.ts";
import type { Correction } from "../../domain/correction.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Sample } from "../../domain/sample.ts";
import { mathGrader } from "../../graders/math/index.ts";
import { createSymbolicInstructor } from "../../instructors/symbolic/index.ts";
import type { Artifacts, Stage } from "../stage.ts";
import { contextOf } from "../stage-context.fixture.ts";
import { analyseMistakes } from "./analyse-mistakes.ts";
import { collectErrors } from "./collect-errors.ts";
import { fixAndContinue } from "./fix-and-continue.ts";
import { freshAndRestart } from "./fresh-and-restart.ts";
import { mix } from "./mix.ts";
import { smooth } from "./smooth.ts";

const folder = process.env.ERRATA_DATA_DIR ?? join(import.meta.dirname, "../../../../shared/data");
const generationsFile = join(folder, "gsm8k_model_solutions/openai_6b_finetuning.jsonl");
const problemsFile = join(folder, "gsm8k/test.jsonl");
const isPresent = existsSync(generationsFile) && existsSync(problemsFile);

type Rows = { [Name in keyof Artifacts]?: Artifacts[Name][] };

/** The first so many problems with their saved generations. */
const size = 120;

function given(): { seedProblems: Problem[]; samples: Sample[] } {
  const GradeSchoolProblem = z.object({
    id: z.string(),
    question: z.string(),
    solution: z.string(),
    answer: z.string(),
  });
  const seedProblems = readRows(problemsFile, GradeSchoolProblem, { question: "problem" }).slice(0, size);
  const Generation = z.object({ id: z.string(), generation: z.string() });
  const texts = new Map(readRows(generationsFile, Generation, {}).map((row) => [row.id, row.generation]));
  const samples = seedProblems.map(({ id, answer }) => {
    const output = texts.get(id)!;
    return { id: `${id}#0`, seed: 0, problemId: id, output, ...mathGrader.grade(output, answer) };
  });
  return { seedProblems, samples };
}

async function runLemma(): Promise<Rows> {
  const services = { instructor: createSymbolicInstructor(), grader: mathGrader };
  let rows: Rows = given();
  const stages = [analyseMistakes, collectErrors, fixAndContinue, freshAndRestart, smooth, mix] as Stage[];
  for (const stage of stages) {
    const result = await stage.run(contextOf({ made: [rows], services }), stage.settings.parse({}));
    const accounted = Object.values(result.notDone).reduce((a, b) => a + b, result.done);
    expect(accounted, stage.name).toBe(result.in);
    rows = { ...rows, ...result.artifacts } as Rows;
  }
  return rows;
}

describe.skipIf(!isPresent)(
  `LEMMA on saved generations for GSM8K (skipped where ${generationsFile} is absent)`,
  () => {
    it("makes sequences that begin wrong and end right, of the target's own mistakes and of injected ones", async () => {
      const { smoothedCorrections = [], trainingExamples = [], seedProblems = [] } = await runLemma();
      const problems = new Map(seedProblems.map((problem) => [problem.id, problem]));
      const endsRight = ({ problemId, prefix, continuation }: Correction) =>
        mathGrader.grade(prefix + continuation, problems.get(problemId)!.answer).verdict === "right";
      expect(smoothedCorrections.filter(endsRight)).toHaveLength(smoothedCorrections.length);
      for (const origin of ["own", "injected"] as const) {
        expect(
          smoothedCorrections.filter((correction) => correction.origin === origin).length,
        ).toBeGreaterThan(150);
      }
      expect(trainingExamples.length).toBeGreaterThan(400);
    });
  },
);
