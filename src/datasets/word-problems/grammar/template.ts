/**
 * A piece of text with words to fill in and choices to make: `{who} [buys|picks] {count} [fresh|] {things}`.
 *
 * `{word}` stands for a word of the story, `[a|b]` for one of its alternatives, which may be empty and may nest.
 */
export type Template = readonly Part[];

type Part = string | { readonly word: string } | { readonly choices: readonly Template[] };

/** @throws SyntaxError where a bracket or brace is not closed, or closed twice. */
export function parseTemplate(text: string): Template {
  const { template, end } = parseParts(text, 0);
  if (end < text.length) throw new SyntaxError(`Unexpected "${text[end]}" at ${end} in "${text}".`);
  return template;
}

/** The words that a template asks for, in every one of its choices. */
export function wordsOf(template: Template): string[] {
  return template.flatMap((part) => {
    if (typeof part === "string") return [];
    return "word" in part ? [part.word] : part.choices.flatMap(wordsOf);
  });
}

function parseParts(text: string, from: number): { template: Template; end: number } {
  const template: Part[] = [];
  let position = from;
  while (position < text.length) {
    const character = text[position];
    if (character === "|" || character === "]") break;
    const { part, end } =
      character === "{"
        ? parseWord(text, position)
        : character === "["
          ? parseChoices(text, position)
          : parseLiteral(text, position);
    template.push(part);
    position = end;
  }
  return { template, end: position };
}

function parseWord(text: string, from: number): { part: Part; end: number } {
  const close = text.indexOf("}", from);
  if (close < 0) throw new SyntaxError(`No "}" closes the brace at ${from} in "${text}".`);
  return { part: { word: text.slice(from + 1, close) }, end: close + 1 };
}

function parseChoices(text: string, from: number): { part: Part; end: number } {
  const choices: Template[] = [];
  let position = from;
  do {
    const choice = parseParts(text, position + 1);
    choices.push(choice.template);
    position = choice.end;
  } while (text[position] === "|");
  if (text[position] !== "]") throw new SyntaxError(`No "]" closes the bracket at ${from} in "${text}".`);
  return { part: { choices }, end: position + 1 };
}

function parseLiteral(text: string, from: number): { part: Part; end: number } {
  const length = text.slice(from).search(/[[\]{}|]/);
  const end = length < 0 ? text.length : from + length;
  if (end === from) throw new SyntaxError(`Unexpected "${text[from]}" at ${from} in "${text}".`);
  return { part: text.slice(from, end), end };
}
