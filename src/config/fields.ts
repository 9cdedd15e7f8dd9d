import { z } from "zod";

/** Fields of a row: `{ question: "problem" }` reads the question from the field `problem`. */
export const Fields = z.record(z.string(), z.string()).default({});
