/**
 * Records the pupil's full matrix of one-shot results: every candidate before every dev problem. Three commands, of which
 * the second takes about an hour and goes on where it was stopped; the third may be given at any time.
 *
 *     node bench/racing/record.ts ask FOLDER
 *     python bench/racing/solve.py FOLDER
 *     node bench/racing/record.ts grade FOLDER
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pupilDirectory } from "../../src/config/pupil-directory.ts";
import { loadWordProblems } from "../../src/datasets/word-problems/index.ts";
import { createRandom } from "../../src/foundation/random.ts";
import { mathGrader } from "../../src/graders/math/index.ts";
import { createEmbeddedServer } from "../../src/models/embedded/index.ts";
import { questionAndSolution } from "../../src/models/prompt-template.ts";
import { attemptProblem, gradeGeneration } from "../../src/stages/attempt-problems.ts";
import { drawDevSet } from "../../src/stages/select/dev-set.ts";
import { makeCandidates } from "./make-candidates.ts";
import { matrixFile, writeMatrix } from "./score-matrix.ts";

const candidateCount = 1_000;
const devSizes = { bad: 100, good: 100 };
/** As the embedded default's selection. */
const maxOutputTokens = 128;

interface AskedDevProblem {
  id: string;
  answer: string;
  prompt: string;
  verdict: string;
}
interface AskedCandidate {
  id: string;
  errorTypeId: string;
  context: string;
}
interface Solved {
  id: string;
  outputs: [text: string, isCut: boolean][];
}

/** Writes down what is to be solved. Candidates in random order, so that those solved so far are a sample of all. */
async function ask(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const server = createEmbeddedServer({ directory: pupilDirectory });
  const model = await server.serve(null);
  const services = { template: questionAndSolution, grader: mathGrader };
  const { signal } = new AbortController();
  // Twice as many as are drawn hold enough of each kind.
  const problems = loadWordProblems("dev", devSizes.bad + devSizes.good + 60);
  const attempts = await Promise.all(
    problems.map((problem) => attemptProblem(services, model, problem, maxOutputTokens, signal)),
  );
  const dev = drawDevSet(
    problems.map((problem, index) => ({ problem, attempt: attempts[index]! })),
    devSizes,
  );
  const candidates = await makeCandidates(server, candidateCount, maxOutputTokens);
  await server.close();

  writeRows(
    join(folder, "dev.jsonl"),
    [...dev.bad, ...dev.good].map(
      ({ problem: { id, answer, question }, attempt: { verdict } }): AskedDevProblem => ({
        id,
        answer,
        prompt: questionAndSolution.prompt(question),
        verdict,
      }),
    ),
  );
  writeRows(
    join(folder, "candidates.jsonl"),
    createRandom("recorded candidates")
      .shuffle(candidates)
      .map(
        (candidate): AskedCandidate => ({
          id: candidate.id,
          errorTypeId: candidate.origin.errorTypeId,
          context: questionAndSolution.prompt("", candidate).replace(questionAndSolution.prompt(""), ""),
        }),
      ),
  );
}

/** Grades what is solved so far and writes the matrix. */
function grade(folder: string): void {
  const devProblems = readRows<AskedDevProblem>(join(folder, "dev.jsonl"));
  const candidates = new Map(
    readRows<AskedCandidate>(join(folder, "candidates.jsonl")).map((candidate) => [candidate.id, candidate]),
  );
  const isRight = (text: string, isCut: boolean, { id, answer }: AskedDevProblem): boolean => {
    const usage = { inputTokens: 0, outputTokens: 0 };
    const generation = { text, finishReason: isCut ? "length" : "stop", usage } as const;
    const problem = { id, question: "", solution: "", answer };
    return gradeGeneration(mathGrader, generation, problem).verdict === "right";
  };
  const good = devProblems.filter(({ verdict }) => verdict === "right").length;
  writeMatrix(matrixFile, {
    bad: devProblems.length - good,
    good,
    rows: readRows<Solved>(join(folder, "solved.jsonl")).map(({ id, outputs }) => ({
      problemId: id,
      errorTypeId: candidates.get(id)!.errorTypeId,
      right: outputs.map(([text, isCut], index) => isRight(text, isCut, devProblems[index]!)),
    })),
  });
}

const writeRows = (file: string, rows: readonly object[]) =>
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));

function readRows<Row>(file: string): Row[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);
}

const [command, folder] = process.argv.slice(2);
if (folder !== undefined && command === "ask") await ask(folder);
else if (folder !== undefined && command === "grade") grade(folder);
else {
  console.error("Usage: node bench/racing/record.ts ask|grade FOLDER");
  process.exitCode = 1;
}
