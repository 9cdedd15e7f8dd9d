/** An option of a multiple-choice problem. */
export interface Choice {
  readonly letter: string;
  readonly text: string;
}

const mark = /^\s*(?:\(\s?([A-Z])\s?\)|([A-Z])\s?[.):])\s*/;

/** Reads options such as "(B) 12" or "12"; those without a letter are lettered in their order. */
export function readChoices(options: readonly string[]): Choice[] {
  return options.map((option, index) => {
    const found = mark.exec(option);
    return {
      letter: found?.[1] ?? found?.[2] ?? String.fromCharCode("A".charCodeAt(0) + index),
      text: option.slice(found?.[0].length ?? 0).trim(),
    };
  });
}

/** The letter of the option that is written exactly so, its letter included: "(B) The answer is 5"; else null. */
export function letterOfOption(option: string, options: readonly string[]): string | null {
  const index = options.findIndex((candidate) => mark.test(candidate) && candidate.trim() === option.trim());
  return index === -1 ? null : readChoices(options)[index]!.letter;
}
