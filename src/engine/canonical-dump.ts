import { canonicalJson, type Json } from "../foundation/content-key.ts";
import type { ArtifactName } from "../stages/stage.ts";
import type { RunStore } from "./run-store.ts";

/** A record, so that the compiler asks for every kind. */
const artifactNames = Object.keys({
  seedProblems: true,
  devProblems: true,
  benchmarkProblems: true,
  novelFromProblems: true,
  attempts: true,
  diagnoses: true,
  errorTypes: true,
  reviewedErrorTypes: true,
  syntheticProblems: true,
  droppedProblems: true,
  selectionScores: true,
  samples: true,
  mistakeAnalyses: true,
  erroneousSolutions: true,
  fixes: true,
  restarts: true,
  smoothedCorrections: true,
  droppedCorrections: true,
  trainingExamples: true,
  adapters: true,
  evaluatedProblems: true,
  benchmarkDiagnoses: true,
  benchmarkMistakes: true,
  majorityVotes: true,
  forcedPrefixes: true,
  prefixContinuations: true,
  dialogues: true,
  dialogueAnswers: true,
} satisfies Record<ArtifactName, true>) as ArtifactName[];

/**
 * Everything that a run made, one JSON object a line, in an order that does not depend on when things happened:
 * equal runs give equal dumps. Timings are left out.
 */
export function* canonicalDump(store: RunStore): Generator<string> {
  const steps = store.steps().sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  for (const { id, key, state, counts } of steps) {
    yield canonicalJson({ step: id, key, state, counts } as Json);
    for (const item of store.items(id)) yield canonicalJson({ step: id, item } as unknown as Json);
    for (const name of artifactNames) {
      for (const row of store.artifacts(id, name))
        yield canonicalJson({ step: id, [name]: row } as unknown as Json);
    }
  }
}
