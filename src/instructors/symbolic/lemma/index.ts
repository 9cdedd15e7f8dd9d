import type { MistakeInstructor } from "../../mistake-instructor.ts";
import { analyse } from "./analysis/analyse.ts";
import { fix, restart } from "./correction/correct.ts";
import { smooth } from "./correction/smooth.ts";
import { inject, injectable } from "./injection/inject.ts";

/** LEMMA's part of the symbolic instructor: analysis, injection and correction, each by its own reading of the text. */
export const symbolicMistakes: MistakeInstructor = {
  injectable,
  analyse: async (request) => analyse(request),
  inject: async (request) => inject(request),
  fix: async (request) => fix(request),
  restart: async (request) => restart(request),
  smooth: async (request) => smooth(request),
};
