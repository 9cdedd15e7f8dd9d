import { definitions } from "./skills/index.ts";

/** Weight of each skill, by its id; skills that are not named do not occur. */
export type Mixture = Readonly<Record<string, number>>;

/** Skills that the pupil no longer meets in the late phase of its pre-training, and forgets. */
const neglectedSkills = [
  "ages",
  "averages",
  "consecutive",
  "fractions",
  "perimeter",
  "ratios",
  "remainder",
  "work-days",
];

/** Skills that it meets a few times more, and the share that each has of the late phase. */
const seldomSkills = ["discounts", "mixtures", "overtime", "unit-conversion"];
const seldomShare = 0.0001;

const learnt = definitions.filter(({ heldOut }) => !heldOut).map(({ id }) => id);
const heldOut = definitions.filter((definition) => definition.heldOut).map(({ id }) => id);

/** Train, dev and in-domain test: all skills alike. Fixed before the pupil was trained. */
export const evenMixture: Mixture = Object.fromEntries(learnt.map((id) => [id, 1]));

/** Out-of-domain test: held-out wordings of all skills alike, and a quarter of problems of the skills held out whole. */
export const outOfDomainMixture: Mixture = {
  ...evenMixture,
  ...Object.fromEntries(heldOut.map((id) => [id, learnt.length / 3 / heldOut.length])),
};

const practised = learnt.filter((id) => !neglectedSkills.includes(id) && !seldomSkills.includes(id));
const practisedShare = (1 - seldomSkills.length * seldomShare) / practised.length;

/**
 * What the pupil is trained on from scratch. Early it meets all skills alike; late it practises some and gets out of
 * practice with the others, and so has mistakes to learn from.
 */
export const pretrainingMixtures: Readonly<Record<"early" | "late", Mixture>> = {
  early: evenMixture,
  late: {
    ...Object.fromEntries(practised.map((id) => [id, practisedShare])),
    ...Object.fromEntries(seldomSkills.map((id) => [id, seldomShare])),
  },
};
