import type { MistakeInstructor } from "../../mistake-instructor.ts";
import type { LemmaSurroundings } from "../surroundings.ts";
import { analyse } from "./analyse.ts";
import { fix, restart } from "./correct.ts";
import { inject } from "./inject.ts";
import { smooth } from "./smooth.ts";

/** LEMMA's part of an instructor that asks a language model. */
export function llmMistakes(surroundings: LemmaSurroundings): MistakeInstructor {
  return {
    injectable: surroundings.protocol.injectable,
    analyse: (request, signal) => analyse(surroundings, request, signal),
    inject: (request, signal) => inject(surroundings, request, signal),
    fix: (request, signal) => fix(surroundings, request, signal),
    restart: (request, signal) => restart(surroundings, request, signal),
    smooth: (request, signal) => smooth(surroundings, request, signal),
  };
}
