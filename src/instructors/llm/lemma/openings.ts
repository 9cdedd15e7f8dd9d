/** How a solver turns back. Left to itself a model begins nearly every correction with the same words. */
export const openings = [
  "Wait,",
  "Hold on,",
  "Hmm, that cannot be right.",
  "Let me check this step again.",
  "Something is off here.",
  "No, this step does not hold.",
  "Before I go on, let me look at this again.",
  "Looking back at this step,",
  "That does not fit the question.",
  "I made a mistake here.",
  "Let me double-check this.",
  "This does not add up.",
] as const;
