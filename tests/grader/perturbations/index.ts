import type { Random } from "../../../src/foundation/random.ts";
import { type Answer, changeOf, type Variant, variantsOf } from "../variant.ts";
import { collectionPerturbations } from "./collections.ts";
import { otherPerturbations } from "./others.ts";
import { another, scalarPerturbations } from "./scalars.ts";

const perturbations = [
  ...scalarPerturbations.map((perturbation) =>
    changeOf("scalar", perturbation.name, ({ text }, random) => another(perturbation, text, random)),
  ),
  ...collectionPerturbations,
  ...otherPerturbations,
];

/** Other answers that look much like an answer: none is equal to it by the conventions in docs/grading.md. */
export function perturbationsOf(answer: Answer, random: Random): Variant[] {
  return variantsOf(answer, perturbations, random);
}
