import type { Instructor } from "../instructor.ts";
import { cluster } from "./cluster.ts";
import { diagnose } from "./diagnose.ts";
import { followUps } from "./follow-up/index.ts";
import { symbolicMistakes } from "./lemma/index.ts";
import { misdiagnose, type WrongDiagnoses } from "./misdiagnose.ts";
import { synthesize, vary } from "./synthesis/index.ts";

const id = "symbolic@2";
const neverWrong: WrongDiagnoses = { rate: 0, seed: "" };

/**
 * An instructor that reads and writes arithmetic exactly: offline, deterministic, free.
 *
 * @param wrong how many of its diagnoses (of SEI, not of LEMMA) are to be wrong, to find out what right ones are worth
 */
export function createSymbolicInstructor(wrong: WrongDiagnoses = neverWrong): Instructor {
  return {
    id: wrong.rate === 0 ? id : `${id}, ${wrong.rate} of the diagnoses wrong by the seed ${wrong.seed}`,
    concurrency: 1,
    diagnose: async (badCase) => misdiagnose(badCase, diagnose(badCase), wrong),
    cluster: async ({ keyphrases }) => cluster(keyphrases),
    synthesize: async (request) => synthesize(request),
    mistakes: symbolicMistakes,
    vary: async (request) => vary(request),
    followUps: async (request) => followUps(request),
  };
}
