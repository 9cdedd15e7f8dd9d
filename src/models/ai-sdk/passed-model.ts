import type { LanguageModelV3, LanguageModelV4 } from "@ai-sdk/provider";
import { z } from "zod";

/** The part of an AI SDK language model that is called here. */
export type CallableModel = Pick<LanguageModelV4, "provider" | "modelId" | "doGenerate">;

/**
 * A language model as an object. Written down it is its name alone: what else the object holds, a key among it, is
 * never stored, and read back it has no model.
 */
export interface PassedModel {
  readonly provider: string;
  readonly modelId: string;
  readonly languageModel?: CallableModel;
}

const names = z.object({ provider: z.string(), modelId: z.string() });

const isCallable = (value: unknown): value is LanguageModelV3 | LanguageModelV4 =>
  names.safeParse(value).success && typeof (value as { doGenerate?: unknown }).doGenerate === "function";

export const PassedModel = z.unknown().transform((value, context): PassedModel => {
  const parsed = names.safeParse(value);
  if (!parsed.success) {
    context.addIssue({
      code: "custom",
      message: 'expected a language model of the AI SDK, such as `createMistral()("mistral-large-latest")`',
    });
    return z.NEVER;
  }
  const { provider, modelId } = parsed.data;
  // A spread copies what is enumerable, and so does JSON.
  return Object.defineProperty({ provider, modelId }, "languageModel", {
    value: isCallable(value) ? value : (value as PassedModel).languageModel,
    enumerable: false,
  });
});
