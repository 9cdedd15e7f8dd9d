import type { Instructor } from "../instructor.ts";
import { cluster } from "./cluster.ts";
import { diagnose } from "./diagnose.ts";
import { symbolicMistakes } from "./lemma/index.ts";
import { synthesize, vary } from "./synthesis/index.ts";

/** An instructor that reads and writes arithmetic exactly: offline, deterministic, free. */
export function createSymbolicInstructor(): Instructor {
  return {
    id: "symbolic@2",
    concurrency: 1,
    diagnose: async (badCase) => diagnose(badCase),
    cluster: async ({ keyphrases }) => cluster(keyphrases),
    synthesize: async (request) => synthesize(request),
    mistakes: symbolicMistakes,
    vary: async (request) => vary(request),
  };
}
