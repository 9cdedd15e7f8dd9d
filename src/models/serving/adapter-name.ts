/** Digits of a digest that tell weights apart. */
const digits = 16;

/** The name under which a server knows trained weights: equal weights have equal names, in every run. */
export const adapterName = (digest: string): string => `errata-${digest.slice(0, digits)}`;

/** The identity of a model that was trained from another. Prices rely on its beginning: `trainedPrefix`. */
export const trainedId = (baseId: string, what: string): string => `${trainedPrefix(baseId)}${what}`;

/** What the identities of all models that are trained from one begin with. */
export const trainedPrefix = (baseId: string): string => `${baseId}+`;
