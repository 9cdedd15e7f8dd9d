import type { Instructor } from "../instructors/instructor.ts";

/** How many rows of a kind there are expected to be. */
export interface ExpectedRows {
  rows: number;
  /** Of problems and attempts: different questions; of diagnoses: different keyphrases. All where nothing is said. */
  distinct?: number;
  /** Of attempts: those that make a bad case. Of dialogues: those with a wrong answer to correct. */
  bad?: number;
}

/** What nobody knows before a run: shares in [0, 1], and the number of types. */
export interface Rates {
  /** Attempts of the target that make a bad case. */
  wrongAnswers: number;
  /** Different keyphrases, of all diagnoses. */
  distinctKeyphrases: number;
  errorTypes: number;
  /** New problems that are novel. */
  novelDrafts: number;
  /** Those of them that recomputation does not refute. */
  soundDrafts: number;
  /** Independent solutions of a new problem that come to its answer. */
  agreement: number;
  /** Injected mistakes that end in a wrong answer. */
  wrongInjections: number;
  /** Those of them in whose text the analysis finds the label that was injected. */
  foundLabels: number;
  /** Corrections of a mistake that end right. */
  rightCorrections: number;
}

/** Calls of one kind that a stage is expected to make, with what their length depends on. */
export type ExpectedCalls = { count: number } & (
  | {
      kind: "attempt";
      maxOutputTokens: number;
      /** Calls of the same name are made once in a run: what was answered is stored. */
      once: string;
    }
  | { kind: "one-shot attempt"; maxOutputTokens: number }
  /** In a dialogue, after so many rounds. */
  | { kind: "dialogue attempt"; maxOutputTokens: number; earlier: number }
  | { kind: "diagnose" }
  | { kind: "cluster"; keyphrases: number }
  | { kind: "synthesize"; badCases: number; kept: number; problems: number }
  | { kind: "vary"; badCase: boolean; shown: number; problems: number }
  | { kind: "solve" }
  | { kind: "follow-ups" }
  | { kind: "inject" }
  | { kind: "analyse" }
  | { kind: "fix" }
  | { kind: "restart" }
  | { kind: "smooth" }
);

/** Whether calls are the target's, and not the instructor's. */
export const isOfTarget = <Calls extends Pick<ExpectedCalls, "kind">>({ kind }: Calls): boolean =>
  kind === "attempt" || kind === "one-shot attempt" || kind === "dialogue attempt";

/** What a stage is expected to see of a run. */
export interface ForecastView<Name extends string> {
  /** Rows of the newest stage before this one that writes `name`; none where none does. */
  read(name: Name): ExpectedRows;
  /** Rows of every stage before this one that writes `name`, together. */
  countEvery(name: Name): number;
  /** Names the newest step before this one that writes `name`: equal names, equal rows. Null where none does. */
  origin(name: Name): string | null;
  readonly rates: Rates;
  readonly instructor: Pick<Instructor, "solve" | "callsToCluster" | "followUps" | "mistakes">;
}

/** What a stage is expected to do, as far as all ends well. */
export interface StageForecast<Name extends string> {
  calls: readonly ExpectedCalls[];
  leaves: { readonly [Artifact in Name]?: ExpectedRows };
}

/** One attempt at each of the problems that a stage reads, by the model with the adapter that `adapter` names. */
export function expectedAttempts<Name extends string>(
  { read, rates }: Pick<ForecastView<Name>, "read" | "rates">,
  { problems, adapter, maxOutputTokens }: { problems: Name; adapter: string | null; maxOutputTokens: number },
): { calls: ExpectedCalls; attempts: ExpectedRows & { bad: number } } {
  const { rows, distinct = rows } = read(problems);
  const once = attemptsOnce(problems, adapter, maxOutputTokens);
  return {
    calls: { kind: "attempt", count: distinct, maxOutputTokens, once },
    attempts: { rows, distinct, bad: rows * rates.wrongAnswers },
  };
}

/** The name of attempts at problems that every step makes alike. */
export const attemptsOnce = (problems: string, adapter: string | null, maxOutputTokens: number): string =>
  [problems, adapter, maxOutputTokens].join(" ");

/** One diagnosis of each bad case. Of a problem that stands there twice the second is answered by the first. */
export function expectedDiagnoses({ rows, distinct = rows, bad = 0 }: ExpectedRows): ExpectedCalls {
  return { kind: "diagnose", count: rows === 0 ? 0 : (bad * distinct) / rows };
}
