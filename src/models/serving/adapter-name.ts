/** Digits of a digest that tell weights apart. */
const digits = 16;

/** The name under which a server knows trained weights: equal weights have equal names, in every run. */
export const adapterName = (digest: string): string => `errata-${digest.slice(0, digits)}`;
