import type { Span } from "../../../../mathematics/expression.ts";
import { type Token, tokenize } from "../../../../mathematics/tokens.ts";

/** A line cut into tokens, apart for its prose and for each calculator mark; spans count from the start of the line. */
export interface LineTokens {
  readonly prose: readonly Token[];
  readonly marks: readonly (Span & { readonly tokens: readonly Token[] })[];
}

export function tokensOfLine(line: string): LineTokens {
  const marks = [...line.matchAll(/<<([^<>]*)>>/g)].map(({ index, 0: text, 1: inner = "" }) => ({
    start: index,
    end: index + text.length,
    tokens: tokenize(inner).map((token) => ({
      ...token,
      start: token.start + index + 2,
      end: token.end + index + 2,
    })),
  }));
  // Characters that no token runs across stand in the place of the marks.
  const prose = tokenize(line.replace(/<<[^<>]*>>/g, (mark) => "\u0000".repeat(mark.length)));
  return { prose: prose.filter(({ text }) => !text.startsWith("\u0000")), marks };
}

/** The one sign between each two numbers; null where there is none, or more than one. */
export function operatorsBetween(tokens: readonly Token[], numbers: readonly Span[]): (Span | null)[] {
  return numbers.slice(1).map((next, index) => {
    const previous = numbers[index]!;
    const signs = tokens.filter(
      ({ kind, start, end }) => kind === "operator" && start >= previous.end && end <= next.start,
    );
    const [sign] = signs;
    return sign && signs.length === 1 ? { start: sign.start, end: sign.end } : null;
  });
}
