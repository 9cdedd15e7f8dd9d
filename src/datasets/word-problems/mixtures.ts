import { definitions } from "./skills/index.ts";

/** Weight of each skill, by its id; skills that are not named do not occur. */
export type Mixture = Readonly<Record<string, number>>;

/**
 * Skills that are rare in the pupil's pre-training, with their share of it: it meets them too seldom to learn them well,
 * and so has mistakes to learn from.
 */
const rareSkills: Mixture = {
  ages: 0.0006,
  averages: 0.0006,
  consecutive: 0.0006,
  discounts: 0.0008,
  fractions: 0.0006,
  mixtures: 0.001,
  overtime: 0.001,
  perimeter: 0.0008,
  ratios: 0.0006,
  remainder: 0.001,
  "unit-conversion": 0.001,
  "work-days": 0.0006,
};

const learnt = definitions.filter(({ heldOut }) => !heldOut).map(({ id }) => id);
const heldOut = definitions.filter((definition) => definition.heldOut).map(({ id }) => id);

/** Train, dev and in-domain test: all skills alike. Fixed before the pupil was trained. */
export const evenMixture: Mixture = Object.fromEntries(learnt.map((id) => [id, 1]));

/** Out-of-domain test: held-out wordings of all skills alike, and a quarter of problems of the skills held out whole. */
export const outOfDomainMixture: Mixture = {
  ...evenMixture,
  ...Object.fromEntries(heldOut.map((id) => [id, learnt.length / 3 / heldOut.length])),
};

/** What the pupil is trained on from scratch: the frequent skills share alike what the rare ones leave. */
export const pretrainingMixture: Mixture = Object.fromEntries(
  learnt.map((id) => [id, rareSkills[id] ?? frequentShare()]),
);

function frequentShare(): number {
  const rare = Object.values(rareSkills);
  return (1 - rare.reduce((sum, share) => sum + share, 0)) / (learnt.length - rare.length);
}
