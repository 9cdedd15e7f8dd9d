import { ErrataError } from "../../foundation/errors.ts";
import type { Instructor } from "../../instructors/instructor.ts";
import type { Verify } from "./admission.ts";

/** How drafts are verified, where `auto` leaves it to what the instructor can do. Throws where it cannot do it. */
export function verificationBy(instructor: Pick<Instructor, "solve">, verify: Verify | "auto"): Verify {
  if (verify === "auto") return instructor.solve ? "votes" : "recompute";
  if (verify === "votes" && !instructor.solve) throw noVoter();
  return verify;
}

function noVoter(): ErrataError {
  return new ErrataError("The instructor cannot solve problems, so that answers cannot be voted on.", {
    advice: "Set `verify: recompute` for the stage, or take a language model as the instructor.",
  });
}
