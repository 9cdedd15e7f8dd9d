import { primaryScoreOf } from "../../config/graders-of.ts";
import { ScoreName } from "../../domain/evaluation.ts";
import { defineCommand, positiveInteger, UsageError } from "../command.ts";
import { comparabilityWarnings } from "../compare/comparability.ts";
import { compareModels, pairsThatDiffer } from "../compare/compare-models.ts";
import { comparisonJson } from "../compare/comparison-json.ts";
import type { ComparisonReport } from "../compare/comparison-report.ts";
import { comparisonText } from "../compare/comparison-text.ts";
import { findEvaluatedModel, readModelArgument } from "../compare/evaluated-model.ts";
import { exitCode } from "../exit-code.ts";
import { withRun } from "../run/open-run.ts";

export const compare = defineCommand({
  name: "compare",
  description: "Compare two evaluated models, problem by problem",
  arguments: {
    a: { type: "positional", required: true, description: "Run folder; DIR#base or DIR#KEY names a model" },
    b: {
      type: "positional",
      required: true,
      description: "The same; else the run's newest adapter is meant",
    },
    list: {
      type: "string",
      valueHint: "N",
      description: "Show N problems that A alone got right, and N that B alone did",
    },
    score: {
      type: "string",
      valueHint: ScoreName.options.join("|"),
      description: "The score by which problems are listed; else the one that decided in A",
    },
    json: { type: "boolean", description: "Write the figures as JSON" },
  },
  examples: [
    {
      command: "errata compare runs/sei runs/sei-paper",
      explanation: "the newest adapters of two runs, on the problems of both",
    },
    {
      command: "errata compare runs/sei#base runs/sei --list 5",
      explanation: "before and after, with five problems won and five lost",
    },
  ],
  run: (args, { workingFolder, output, errors }) => {
    const most = positiveInteger("list", args.list) ?? 0;
    const named = scoreNamed(args.score);
    const [first, second] = [readModelArgument(args.a), readModelArgument(args.b)];
    return withRun(first.folder, workingFolder, (runA) =>
      withRun(second.folder, workingFolder, (runB) => {
        const a = findEvaluatedModel(runA, first.model);
        const b = findEvaluatedModel(runB, second.model);
        const comparison = compareModels(a, b);
        const score = named ?? primaryScoreOf(runA.record.config);
        const report: ComparisonReport = {
          a: a.name,
          b: b.name,
          comparison,
          warnings: comparabilityWarnings(runA.record, runB.record),
          lists: most > 0 ? { score, most, ...pairsThatDiffer(comparison, score) } : null,
        };
        if (!args.json) errors.write(report.warnings.map((warning) => `Warning: ${warning}\n`).join(""));
        output.write(args.json ? comparisonJson(report) : comparisonText(report, output.columns()));
        return exitCode.done;
      }),
    );
  },
});

function scoreNamed(name: string | undefined): ScoreName | undefined {
  const parsed = ScoreName.optional().safeParse(name);
  if (parsed.success) return parsed.data;
  throw new UsageError(`--score needs one of ${ScoreName.options.join(", ")}, not "${name}".`);
}
