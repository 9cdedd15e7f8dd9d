import type { Rational } from "../../../../mathematics/rational.ts";

/** A numeral as it was written. */
export interface Numeral {
  readonly kind: "number";
  readonly value: Rational;
  /** Significant digits and decimal places, where it was written with a decimal point. */
  readonly decimal: { readonly significantDigits: number; readonly places: number } | null;
}

export type ConstantName = "pi" | "e" | "i" | "infinity";

export type FunctionName =
  | "sin"
  | "cos"
  | "tan"
  | "cot"
  | "sec"
  | "csc"
  | "arcsin"
  | "arccos"
  | "arctan"
  | "arccot"
  | "sinh"
  | "cosh"
  | "tanh"
  | "ln"
  | "log"
  | "exp"
  | "cis"
  | "root"
  | "absolute"
  | "floor"
  | "ceiling"
  | "factorial"
  | "double factorial"
  | "conjugate"
  | "binomial"
  | "permutations"
  | "gcd"
  | "lcm"
  | "minimum"
  | "maximum"
  | "remainder";

/** What has a value. */
export type Expression =
  | Numeral
  | { readonly kind: "constant"; readonly name: ConstantName }
  | { readonly kind: "symbol"; readonly name: string }
  /** An unknown function or an indexed symbol: f(x), a_{n+1}. */
  | { readonly kind: "application"; readonly name: string; readonly operands: readonly Node[] }
  | { readonly kind: "sum"; readonly operands: readonly Node[] }
  | { readonly kind: "product"; readonly operands: readonly Node[] }
  | { readonly kind: "negation"; readonly operand: Node }
  | { readonly kind: "quotient"; readonly numerator: Node; readonly denominator: Node }
  | { readonly kind: "power"; readonly base: Node; readonly exponent: Node }
  | { readonly kind: "function"; readonly name: FunctionName; readonly operands: readonly Node[] }
  /** ± (sign 1) or ∓ (sign −1) before an operand. */
  | { readonly kind: "plus-minus"; readonly sign: 1 | -1; readonly operand: Node }
  | Series
  | { readonly kind: "percent"; readonly operand: Node }
  | { readonly kind: "degrees"; readonly operand: Node }
  /** A value and the words after it, which may name a unit: 5 cm, 9 values. */
  | { readonly kind: "quantity"; readonly operand: Node; readonly unit: string }
  /** Notation that is read but not understood (an integral): equal only to itself. */
  | { readonly kind: "opaque"; readonly text: string };

/** A sum or product over an index. */
export interface Series {
  readonly kind: "series";
  readonly operation: "sum" | "product";
  readonly index: string;
  readonly from: Node;
  readonly to: Node;
  readonly body: Node;
}

export type RelationSign = "=" | "!=" | "<" | ">" | "<=" | ">=" | "in" | "approximately" | "equivalent";

export interface Relation {
  readonly kind: "relation";
  readonly operands: readonly Node[];
  readonly signs: readonly RelationSign[];
}

/** Members between brackets: a tuple, a vector or an interval. */
export interface Sequence {
  readonly kind: "sequence";
  readonly open: "(" | "[";
  readonly close: ")" | "]";
  readonly members: readonly Node[];
}

/** Members one after the other without brackets. */
export interface List {
  readonly kind: "list";
  readonly joint: "," | ";" | "and" | "or";
  readonly members: readonly Node[];
}

export interface Matrix {
  readonly kind: "matrix";
  readonly rows: readonly (readonly Node[])[];
}

export type Structure =
  | Relation
  | Sequence
  | List
  | Matrix
  | { readonly kind: "set"; readonly members: readonly Node[] }
  /** { element | conditions } */
  | { readonly kind: "set-builder"; readonly element: Node; readonly condition: Node }
  | {
      readonly kind: "set-operation";
      readonly operation: "union" | "intersection" | "difference";
      readonly operands: readonly Node[];
    }
  | { readonly kind: "named-set"; readonly name: "empty" | "R" | "Z" | "N" | "Q" | "C" }
  /** 3 : 2; a clock where it is written as one, 3:05. */
  | { readonly kind: "ratio"; readonly parts: readonly Node[]; readonly isClock: boolean }
  | { readonly kind: "words"; readonly text: string };

export type Node = Expression | Structure;
