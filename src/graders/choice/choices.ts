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
