import { createRandom } from "../src/foundation/random.ts";
import { isEquivalent } from "../src/grading.ts";
import { checkGoldAnswers } from "../tests/grader/check-gold-answers.ts";
import { missingDataSet, readGoldAnswers } from "../tests/grader/gold-answers.ts";
import { compareWithMathVerify } from "./grader/compare.ts";
import { describeComparisons, describeGoldCheck, describeSlowest } from "./grader/describe.ts";
import { mathVerifyFile, readMathVerifyCases } from "./grader/math-verify-cases.ts";
import { pairsOf, splitByKind } from "./grader/pairs.ts";
import { slowestOf } from "./grader/slowest.ts";
import { verdictsPerSecond } from "./grader/speed.ts";

const pairsForSpeed = 20_000;
const pairsBesidePeer = 500;
const fuzzedComparisons = 1_000_000;
const largestFuzzedInput = 100_000;

/**
 * Measures the grader: reference answers against rewritings and answers like them, verdicts a second on one core,
 * agreement with the cases of Math-Verify's tests beside Math-Verify itself on the same pairs, and the slowest of a
 * million fuzzed comparisons. Prints tables and, last, one line of JSON; Math-Verify's speed is that on all pairs.
 */
export async function run(): Promise<void> {
  const cases = readMathVerifyCases();
  const missing = missingDataSet() ?? (cases ? null : mathVerifyFile);
  if (missing || !cases) {
    console.log(
      `No file ${missing}: set ERRATA_DATA_DIR to the folder of the data sets to run this benchmark.`,
    );
    return;
  }
  const answers = readGoldAnswers();
  describeGoldCheck(checkGoldAnswers(answers, isEquivalent, createRandom("gold")));

  const { numeric, symbolic } = splitByKind(answers);
  const numericPerSecond = verdictsPerSecond(pairsOf(numeric, pairsForSpeed, "numeric"));
  const symbolicPerSecond = verdictsPerSecond(pairsOf(symbolic, pairsForSpeed, "symbolic"));
  console.log(`Verdicts a second on one core: ${numericPerSecond} numeric, ${symbolicPerSecond} symbolic.`);

  const comparisons = await compareWithMathVerify(cases, {
    "numeric answers": pairsOf(numeric, pairsBesidePeer, "numeric peer"),
    "symbolic answers": pairsOf(symbolic, pairsBesidePeer, "symbolic peer"),
  });
  describeComparisons(comparisons);

  const texts = answers.map(({ text }) => text);
  const slowest = slowestOf(fuzzedComparisons, { answers: texts, largestSize: largestFuzzedInput });
  describeSlowest(slowest, fuzzedComparisons);

  const ofCases = comparisons["math_verify.jsonl"]!;
  const ofAll = comparisons.all!;
  console.log(
    JSON.stringify({
      numericPerSecond,
      symbolicPerSecond,
      slowestMs: Number(slowest[0]!.milliseconds.toFixed(1)),
      agreement: Number(ofCases.ours.agreement.toFixed(4)),
      mathVerifyPerSecond: ofAll.theirs && Math.round(ofAll.theirs.perSecond),
      mathVerifyAgreement: ofCases.theirs && Number(ofCases.theirs.agreement.toFixed(4)),
    }),
  );
}
