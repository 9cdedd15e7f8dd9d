import { z } from "zod";
import type { Dialogue, DialogueAnswer } from "../../domain/dialogue.ts";
import type { GenerationRequest, LanguageModel } from "../../models/language-model.ts";
import type { PromptTemplate } from "../../models/prompt-template.ts";
import { attemptOf, gradeGeneration } from "../attempt-problems.ts";
import { attemptsOnce, type ExpectedCalls } from "../forecast.ts";
import { countOutcomes, doneOutputs } from "../outcomes.ts";
import { defineStage, type Item, type StageContext } from "../stage.ts";

const ConverseSettings = z.strictObject({
  /** `messages`: rounds are messages of a chat; `text`: they stand in one text, which the model continues. */
  rounds: z.enum(["messages", "text"]).default("text"),
  maxOutputTokens: z.int().positive().default(512),
});
type ConverseSettings = z.infer<typeof ConverseSettings>;

/**
 * Holds every dialogue with the current target model, greedily and round after round: what it answers stands before what
 * it is asked next, right or wrong, as in MathChat (papers' section 2.6).
 */
export const converse = defineStage({
  name: "converse",
  version: 1,
  settings: ConverseSettings,
  reads: ["dialogues"],
  mayRead: ["adapters"],
  writes: ["dialogueAnswers"],
  uses: ["target", "template", "benchmarkGrader"],
  forecast({ read, origin }, { maxOutputTokens }) {
    const { rows, bad = 0 } = read("dialogues");
    const followUps = rows - bad;
    const once = attemptsOnce("benchmarkProblems", origin("adapters"), maxOutputTokens);
    const after = (earlier: number, count: number): ExpectedCalls => ({
      kind: "dialogue attempt",
      ...{ count, maxOutputTokens, earlier },
    });
    return {
      calls: [
        { kind: "attempt", count: followUps, maxOutputTokens, once },
        after(1, followUps),
        after(2, followUps),
        after(1, bad),
      ],
      leaves: { dialogueAnswers: { rows: 3 * followUps + bad } },
    };
  },
  async run(context, settings) {
    const model = await context.services.target.withAdapter(context.read("adapters").at(-1) ?? null);
    const items = context.read("dialogues").map(
      (dialogue): Item<Dialogue> => ({
        id: `${dialogue.benchmark}/${dialogue.problemId}/${dialogue.kind}`,
        key: [dialogue, model.id, settings],
        input: dialogue,
      }),
    );
    const outcomes = await context.each(items, model.concurrency, async (dialogue) => ({
      answers: await hold(dialogue, model, settings, context),
    }));
    const dialogueAnswers = doneOutputs(outcomes).flatMap(({ answers }) => answers);
    return { artifacts: { dialogueAnswers }, ...countOutcomes(outcomes) };
  },
});

/** A round that is over: its question, and what was answered as the model wrote it. */
interface PastRound {
  question: string;
  answer: string;
}

async function hold(
  { benchmark, problemId, kind, rounds }: Dialogue,
  model: LanguageModel,
  { rounds: form, maxOutputTokens }: ConverseSettings,
  { services: { template, benchmarkGrader }, signal }: StageContext,
): Promise<DialogueAnswer[]> {
  const past: PastRound[] = [];
  const answers: DialogueAnswer[] = [];
  for (const [index, { given, ...asked }] of rounds.entries()) {
    const { question } = asked;
    if (given !== undefined) {
      past.push({ question, answer: template.completion(given) });
      continue;
    }
    const said =
      form === "messages" ? inMessages(template, past, question) : inText(template, past, question);
    const generation = await model.generate(
      { ...said, maxOutputTokens, temperature: 0, stop: template.stop, problemId },
      signal,
    );
    const problem = { id: problemId, ...asked };
    const attempt = attemptOf(problem, generation, gradeGeneration(benchmarkGrader, generation, problem));
    answers.push({ benchmark, kind, round: index + 1, attempt });
    past.push({ question, answer: generation.text });
  }
  return answers;
}

/** Of the first round the prompt is that of any other problem. */
function inText(
  template: PromptTemplate,
  [first, ...later]: readonly PastRound[],
  question: string,
): Pick<GenerationRequest, "prompt"> {
  if (!first) return { prompt: template.prompt(question) };
  const past = [template.prompt(first.question), first.answer.trimEnd()];
  for (const round of later) past.push(template.followUp(round.question), round.answer.trimEnd());
  return { prompt: [...past, template.followUp(question)].join("") };
}

/** Providers refuse a message without a text. */
const nothingSaid = "(no answer)";

function inMessages(
  template: PromptTemplate,
  past: readonly PastRound[],
  question: string,
): Pick<GenerationRequest, "prompt" | "earlier"> {
  const earlier = past.map((round) => ({
    prompt: template.prompt(round.question),
    answer: round.answer.trim() || nothingSaid,
  }));
  return { prompt: template.prompt(question), ...(earlier.length > 0 ? { earlier } : {}) };
}
