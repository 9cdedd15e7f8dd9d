import { add, type Complex, divide, multiply, negate, power, real } from "./complex.ts";
import { type Token, tokenize } from "./tokens.ts";

/** Values of variables by name. */
export type Assignment = (name: string) => Complex;

const functions: Record<string, (x: number) => number> = {
  "\\sin": Math.sin,
  "\\cos": Math.cos,
  "\\tan": Math.tan,
  "\\ln": Math.log,
  "\\sec": (x) => 1 / Math.cos(x),
  "\\csc": (x) => 1 / Math.sin(x),
  "\\cot": (x) => 1 / Math.tan(x),
  "\\arcsin": Math.asin,
  "\\arccos": Math.acos,
  "\\arctan": Math.atan,
};

const closers: Record<string, string> = { "(": ")", "{": "}", "[": "]" };

/**
 * The value of a scalar expression in LaTeX, or null where it is not in this small grammar: sums, products, powers,
 * fractions, mixed numbers, roots, absolute values, elementary functions, π, e, i and variables. It is written apart from the graders'
 * parser, so that the one can be held against the other.
 */
export function evaluate(expression: string, assignment: Assignment): Complex | null {
  const tokens = tokenize(expression);
  if (!tokens) return null;
  try {
    const reader = createReader(tokens, assignment);
    const value = reader.sum();
    return reader.atEnd() ? value : null;
  } catch (error) {
    if (error instanceof NotInGrammar) return null;
    throw error;
  }
}

class NotInGrammar extends Error {}

function createReader(tokens: readonly Token[], assignment: Assignment) {
  let place = 0;
  const peek = (): Token | undefined => tokens[place];
  const take = (text: string): boolean => {
    if (peek()?.text !== text) return false;
    place++;
    return true;
  };
  const expect = (text: string): void => {
    if (!take(text)) throw new NotInGrammar();
  };

  function sum(): Complex {
    let value = signed();
    for (;;) {
      if (take("+")) value = add(value, product());
      else if (take("-")) value = add(value, negate(product()));
      else return value;
    }
  }

  function signed(): Complex {
    if (take("-")) return negate(product());
    take("+");
    return product();
  }

  function product(): Complex {
    let value = factor();
    let divided = false;
    for (;;) {
      if (take("*")) value = multiply(value, factor());
      else if (take("/")) {
        value = divide(value, factor());
        divided = true;
      } else if (startsFactor(peek())) {
        // 1/2x and 2 3 are read in two ways.
        if (divided || peek()?.kind === "number") throw new NotInGrammar();
        value = multiply(value, factor());
      } else return value;
    }
  }

  function factor(): Complex {
    const base = atom();
    if (!take("^")) return base;
    const exponent = argument();
    // x^2^3 is read in two ways.
    if (peek()?.text === "^") throw new NotInGrammar();
    return power(base, exponent);
  }

  function atom(): Complex {
    const token = tokens[place++];
    if (!token) throw new NotInGrammar();
    const { text, kind } = token;
    if (kind === "number") return mixedNumber(token);
    if (kind === "variable") return constantOf(text) ?? assignment(text);
    if (text === "(" || text === "{" || text === "[") return inBrackets(text);
    if (text === "\\frac") return divide(argument(), argument());
    if (text === "\\sqrt") return root();
    if (text === "|") return absoluteValue();
    if (text === "\\log") return logarithm();
    const apply = functions[text];
    if (apply) return applied(apply);
    throw new NotInGrammar();
  }

  function inBrackets(open: string): Complex {
    const value = sum();
    expect(closers[open]!);
    return value;
  }

  /** 2\frac{1}{3} is two and a third. */
  function mixedNumber({ text }: Token): Complex {
    const whole = real(Number(text));
    if (!/^\d+$/.test(text) || peek()?.text !== "\\frac") return whole;
    const before = place;
    place++;
    const [numerator, denominator] = [literalArgument(), literalArgument()];
    if (numerator !== null && denominator !== null) return real(whole.re + numerator / denominator);
    place = before;
    return whole;
  }

  function literalArgument(): number | null {
    const from = place;
    argument();
    const inside = tokens.slice(from, place).filter(({ text }) => text !== "{" && text !== "}");
    return inside.length === 1 && inside[0]!.kind === "number" ? Number(inside[0]!.text) : null;
  }

  /** A group in braces, or the next digit, letter or command. */
  function argument(): Complex {
    if (take("{")) {
      const value = sum();
      expect("}");
      return value;
    }
    const token = peek();
    if (token?.kind === "number" && token.text.length > 1) throw new NotInGrammar();
    return atom();
  }

  function root(): Complex {
    let degree = real(2);
    if (take("[")) {
      degree = sum();
      expect("]");
    }
    return power(argument(), divide(real(1), degree));
  }

  function absoluteValue(): Complex {
    const { re, im } = sum();
    expect("|");
    return real(Math.hypot(re, im));
  }

  function logarithm(): Complex {
    expect("_");
    const base = argument();
    return divide(applied(Math.log), real(Math.log(base.re)));
  }

  /** sin^2 x is the square of the sine; every other exponent after a name is left aside, as sin^{-1}. */
  function applied(apply: (x: number) => number): Complex {
    const exponent = take("^") ? argument() : real(1);
    if (exponent.re < 1) throw new NotInGrammar();
    const { re, im } = argumentOfFunction();
    if (im !== 0) throw new NotInGrammar();
    return power(real(apply(re)), exponent);
  }

  /** What stands in brackets, else the factors up to the next function: sin 2x cos x is the product of two. */
  function argumentOfFunction(): Complex {
    if (/^[({|]$/.test(peek()?.text ?? "")) {
      const inside = atom();
      // Whether the exponent in sin (x)^2 belongs to the sine is read in two ways.
      if (peek()?.text === "^") throw new NotInGrammar();
      return inside;
    }
    let value = factor();
    while (startsFactor(peek()) && !isFunction(peek()!.text)) value = multiply(value, factor());
    // sin x/2 is read in two ways.
    if (peek()?.text === "/") throw new NotInGrammar();
    return value;
  }

  return { sum, atEnd: () => place === tokens.length };
}

function startsFactor(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.kind === "number" || token.kind === "variable" || /^[({]$|^\\/.test(token.text))
  );
}

const isFunction = (text: string): boolean => text in functions || text === "\\log";

function constantOf(name: string): Complex | null {
  if (name === "i") return { re: 0, im: 1 };
  if (name === "e") return real(Math.E);
  if (name === "\\pi") return real(Math.PI);
  return null;
}
