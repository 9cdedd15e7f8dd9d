import type { Random } from "../../../src/foundation/random.ts";

type Family = (size: number, random: Random) => string;

const repeated =
  (unit: string): Family =>
  (size) =>
    unit.repeat(Math.ceil(size / unit.length));

const nested =
  (open: string, inside: string, close: string): Family =>
  (size) => {
    const depth = Math.ceil(size / (open.length + close.length));
    return open.repeat(depth) + inside + close.repeat(depth);
  };

const digits: Family = (size, random) => Array.from({ length: size }, () => random.integer(0, 9)).join("");

const joined =
  (separator: string, part: (place: number, random: Random) => string): Family =>
  (size, random) => {
    const parts: string[] = [];
    for (let length = 0; length < size; length += parts.at(-1)!.length + separator.length) {
      parts.push(part(parts.length, random));
    }
    return parts.join(separator);
  };

/** Inputs that grow to about `size` characters in one direction. */
const growing: readonly Family[] = [
  nested("(", "1", ")"),
  nested("{", "x", "}"),
  nested("\\frac{1}{", "x", "}"),
  nested("\\sqrt{", "2", "}"),
  nested("2^{", "2", "}"),
  nested("\\left(1+", "1", "\\right)^2"),
  nested("\\boxed{", "3", "}"),
  nested("-(", "x+1", ")"),
  nested("\\sin(", "x", ")"),
  repeated("("),
  repeated("-"),
  repeated("\\frac"),
  repeated("$"),
  repeated("\\\\"),
  repeated("x"),
  repeated("1 "),
  repeated("1,"),
  repeated("1,000"),
  repeated("a^"),
  repeated("\\text{a}"),
  repeated("\\begin{pmatrix}"),
  repeated("9!"),
  repeated(" "),
  repeated("and or "),
  repeated("𝟙😀é"),
  digits,
  (size, random) => `0.${digits(size, random)}`,
  (size, random) => `\\frac{${digits(size / 2, random)}}{${digits(size / 2, random)}}`,
  (size, random) => `\\sqrt{${digits(size, random)}}`,
  joined("+", (place) => `x^{${place}}`),
  joined("+", (place) => `\\sqrt{${place + 2}}`),
  joined("", (place) => `(x+${place})`),
  joined("", (place) => `(1+\\sqrt{${place + 2}})`),
  joined(",", (_, random) => String(random.integer(-99, 99))),
  joined(",", (place) => `(${place},${place * place})`),
  joined("\\cup", (place) => `[${3 * place},${3 * place + 1})`),
  joined("=", (place) => `y_${place % 10}`),
  joined("\\\\", () => "1&2&3&4"),
  joined(" ", () => "word"),
  joined("+", (place) => `\\frac{1}{${place + 1}}`),
  joined("\\pm", (place) => String(place)),
  joined("", (place) => `\\cos(${place}x)`),
];

/** Short inputs whose value is far too large, too deep or too long to work out. */
const explosive: readonly ((n: string, random: Random) => string)[] = [
  () => "2003^{2002^{2001}}",
  (n) => `${n}^{${n}^{${n}}}`,
  (n) => `${n}!`,
  (n) => `${n}!!!`,
  (n) => `(${n}!)!`,
  (n) => `\\binom{${n}}{${n.slice(0, -1)}5}`,
  (n) => `10^{${n}}`,
  (n) => `10^{-${n}}`,
  (n) => `(x+1)^{${n}}`,
  (n) => `(a+b+c+d+f)^{${n.slice(0, 2)}}`,
  (n) => `(x^{${n}}-1)/(x-1)`,
  (n) => `\\sqrt[${n}]{${n}}`,
  (n) => `\\sin(10^{${n}})`,
  (n) => `e^{e^{e^{${n}}}}`,
  (n) => `\\log_{${n}}(${n}^{${n}})`,
  (n) => `1e${n}`,
  (n) => `${n}.5 \\times 10^{${n}}`,
  (n) => `\\sum_{k=1}^{${n}} k^{${n}}`,
  (n) => `1_{${n}}`,
  (n) => `0.\\overline{${n.repeat(20)}}`,
  (n) => `(1+\\sqrt{2}+\\sqrt{3}+\\sqrt{5}+\\sqrt{7}+\\sqrt{11})^{${n}}`,
  (n) => `\\{1, 2, \\ldots, ${n}\\}`,
  (n) => `${n}\\%^{${n}}`,
  (n) => `\\frac{1}{${n}^{-${n}}}`,
  (n) => `(-1)^{${n}/3}`,
  (n) => `i^{${n}^{${n}}}`,
  (n) => `\\pm 1 ${"\\pm 1 ".repeat(n.length * 5)}`,
  (n) => `\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}^{${n}}`,
];

/** An input that a careless grader hangs, crashes or runs out of memory on. */
export function extremeAnswer(random: Random, largestSize: number): string {
  if (random.next() < 0.5) {
    return random.pick(explosive)(
      String(random.integer(1, 9)) + digits(random.integer(0, 12), random),
      random,
    );
  }
  const size = Math.ceil(2 ** (random.next() * Math.log2(largestSize)));
  return random.pick(growing)(size, random);
}
