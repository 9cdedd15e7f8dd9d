import { type MistakeLabel, mistakeLabels } from "../../../domain/mistake-label.ts";
import { type Protocol, type WritingTask, writingTokens } from "../protocol.ts";

/** What LEMMA asks of an instructor, and what the baselines beside it ask. */
export type LemmaTask = "analyse" | "inject" | "fix" | "restart" | "smooth" | WritingTask;

export interface LemmaProtocol extends Protocol<LemmaTask> {
  readonly injectable: readonly MistakeLabel[];
}

/** As long as a whole solution may be. */
const longest = 4_096;

/** As the authors' scripts ask (papers' section 2.3): the six labels that they inject, of the analysis' twelve. */
const lemmaPaper: LemmaProtocol = {
  name: "lemma-paper",
  injectable: [
    "calculation_error",
    "counting_error",
    "question_understanding_error",
    "missing_step",
    "confusing_formula_error",
    "confusing_concept_error",
  ],
  temperature: { analyse: 0.7, inject: 0.7, fix: 0.7, restart: 0.7, smooth: 0.7, synthesize: 1, solve: 0.7 },
  maxOutputTokens: {
    analyse: longest,
    inject: longest,
    fix: longest,
    restart: longest,
    smooth: longest,
    ...writingTokens,
  },
};

/**
 * The same without its known faults: the reference is shown to whoever judges or injects, the mistake to whoever corrects
 * it, and the answer has the form that the target's solutions have. Nonsense alone is not injected: it has no first
 * wrong step. Judgements are greedy; only writing is varied.
 */
const lemma: LemmaProtocol = {
  name: "lemma",
  injectable: mistakeLabels.filter((label) => label !== "nonsense_output_error"),
  temperature: { ...lemmaPaper.temperature, analyse: 0, inject: 1 },
  maxOutputTokens: { ...lemmaPaper.maxOutputTokens, analyse: 1_024 },
};

export const lemmaProtocols = { lemma, "lemma-paper": lemmaPaper } as const;
