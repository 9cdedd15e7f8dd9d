import type { Json } from "../../../foundation/content-key.ts";
import { askForJson } from "../ask.ts";
import { membersOf, textIn } from "../read-answer.ts";
import { numericSeed } from "../seed.ts";
import type { LemmaSurroundings } from "../surroundings.ts";
import type { Values } from "../templates/render-template.ts";
import { continuationSchema } from "./schemas.ts";
import { withoutBeginning } from "./without-beginning.ts";

/** What a continuation is asked with. */
export interface ContinuationQuestion {
  task: "fix" | "restart" | "smooth";
  values: Values & { prefix: string };
  seed: string;
}

/**
 * What the instructor writes after a wrong prefix, without the prefix where it writes that again; "" where it answers
 * with nothing.
 */
export async function askForContinuation(
  { model, prompts, protocol }: LemmaSurroundings,
  { task, values, seed }: ContinuationQuestion,
  signal?: AbortSignal,
): Promise<string> {
  const request = {
    prompt: prompts.fill(task, values),
    jsonSchema: continuationSchema,
    maxOutputTokens: protocol.maxOutputTokens[task],
    temperature: protocol.temperature[task],
    seed: numericSeed(seed),
  };
  const { continuation } = await askForJson(model, prompts, { request, accept: readContinuation }, signal);
  return withoutBeginning(continuation, values.prefix);
}

const names = /continu/i;

function readContinuation(value: Json): { continuation: string } | null {
  const members = membersOf(value);
  if (!members || !Object.keys(members).some((name) => names.test(name))) return null;
  return { continuation: textIn(members, names) };
}
