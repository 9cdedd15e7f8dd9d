import { startGradingThread } from "../../graders/hard-stop/index.ts";
import { defineCommand, positiveInteger, UsageError } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { gradeLines } from "../grade/grade-lines.ts";

/** Milliseconds. Ordinary answers take less than one. */
const usualTimeLimit = 2000;

export const grade = defineCommand({
  name: "grade",
  description: "Say whether answers equal their reference answers: one pair, or one a line of standard input",
  arguments: {
    gold: {
      type: "string",
      valueHint: "TEXT",
      description: "Reference answer, or a solution that marks one",
    },
    answer: { type: "string", valueHint: "TEXT", description: "Answer to judge, or a text that holds one" },
    timeout: {
      type: "string",
      valueHint: "MS",
      default: String(usualTimeLimit),
      description: "Milliseconds after which one answer is left undecided",
    },
  },
  examples: [
    { command: "errata grade --gold 1/2 --answer 'It is \\boxed{0.5}.'", explanation: "one answer" },
    { command: "errata grade --gold=-3 --answer=-3.0", explanation: "values that begin with a minus sign" },
    {
      command: "errata grade < answers.jsonl > verdicts.jsonl",
      explanation: '{"id","gold","answer"} a line in, {"id","equal","how"} a line out',
    },
  ],
  async run(args, environment) {
    const timeLimit = positiveInteger("timeout", args.timeout) ?? usualTimeLimit;
    const { gold, answer } = args;
    if ((gold === undefined) !== (answer === undefined))
      throw new UsageError(
        "--gold and --answer belong together; without both, lines of standard input are graded.",
      );
    if (gold !== undefined && answer !== undefined) {
      const thread = startGradingThread(timeLimit);
      const [judgement] = await thread.answer([{ gold, answer }]);
      await thread.close();
      environment.output.write(`${JSON.stringify(judgement)}\n`);
      return exitCode.done;
    }
    if (environment.person)
      throw new UsageError("Give --gold and --answer, or lines of JSON on standard input.");
    const { unreadable } = await gradeLines(environment, timeLimit);
    return unreadable === 0 ? exitCode.done : exitCode.failure;
  },
});
