/** The identity of a model that was trained from another; `what` tells it from the others. */
export const trainedId = (baseId: string, what: string): string => `${baseId}+${what}`;
