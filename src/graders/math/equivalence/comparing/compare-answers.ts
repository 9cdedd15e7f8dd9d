import { namesIn } from "../syntax/children.ts";
import type { Node, Relation, Sequence } from "../syntax/node.ts";
import { compareInOrder, comparePairwise, compareUnordered } from "./collections.ts";
import { compareMatrices } from "./compare-matrices.ts";
import type { Comparison } from "./comparison.ts";
import { compareRelations } from "./equations.ts";
import { keyOf } from "./expressions.ts";
import { compareFamilies } from "./families.ts";
import {
  assignmentGroups,
  assignmentsOf,
  isComputed,
  type Labelled,
  labelledValue,
  sameLabel,
  withNeutralArguments,
} from "./labels.ts";
import { compareQuantities } from "./quantities.ts";
import { compareSets, describesSet } from "./sets.ts";
import { allOf, anyOf, different, same, undecided, type Verdict } from "./verdict.ts";
import { plainWords } from "./words.ts";

/** Compares two answers of any kind: finds what kinds they are and hands them to the rule for that pair. */
export function compareAnswers(a: Node, b: Node, comparison: Comparison): Verdict {
  if (comparison.budget.operations <= 0) return undecided("the comparison is too large");
  return (
    compareWordings(a, b) ??
    compareFamilies(a, b, comparison) ??
    compareAssignments(a, b, comparison) ??
    compareNamed(a, b, comparison) ??
    compareAsSets(a, b, comparison) ??
    compareMatrices(a, b, comparison) ??
    compareCollections(a, b, comparison) ??
    compareStatements(a, b, comparison) ??
    compareQuantities(a, b, comparison)
  );
}

function compareWordings(a: Node, b: Node): Verdict | null {
  if (a.kind !== "words" && b.kind !== "words") return null;
  const [x, y] = [wordingOf(a), wordingOf(b)];
  return x !== null && x === y ? same("the same words") : different("words against something else");
}

function wordingOf(node: Node): string | null {
  if (node.kind === "words") return plainWords(node.text);
  if (node.kind === "symbol" || node.kind === "constant") return node.name.toLowerCase();
  if (node.kind === "named-set")
    return { empty: "no solution", R: "all real numbers" }[node.name as string] ?? null;
  return null;
}

/** x = 1, y = 2 against another such list by name, against (1, 2) in order, against "1, 2" in any order. */
function compareAssignments(a: Node, b: Node, comparison: Comparison): Verdict | null {
  const [x, y] = [assignmentsOf(a), assignmentsOf(b)];
  if (!x && !y) return null;
  if (x && y) return compareByName(x, y, comparison);
  const values = (x ?? y)!.map(({ value }) => value);
  const other = x ? b : a;
  if (other.kind === "sequence")
    return compareInOrder(values, other.members, comparison, "the same values in order");
  const members = other.kind === "list" || other.kind === "set" ? other.members : null;
  if (!members || members.some(describesSet)) return null;
  if (members.some(labelledValue)) return compareUnordered(membersOf(x ? a : b), members, comparison);
  return compareUnordered(values, members, comparison);
}

function compareByName(a: readonly Labelled[], b: readonly Labelled[], comparison: Comparison): Verdict {
  if (a.length !== b.length) return different("different numbers of named values");
  const verdicts = a.map((left) => {
    const right = b.find(({ label }) => sameLabel(left.label, label));
    return right
      ? comparison.compare(left.value, withNeutralArguments(right, left), comparison)
      : different("a name has no counterpart");
  });
  return allOf(verdicts, "the same named values");
}

/** x = 5 against 5, and against another named value. */
function compareNamed(a: Node, b: Node, comparison: Comparison): Verdict | null {
  const [x, y] = [labelledValue(a), labelledValue(b)];
  if (!x && !y) return null;
  if (x && y) {
    const calculation =
      isComputed(x) && isComputed(y) ? comparison.compare(x.label, y.label, comparison) : null;
    if (calculation && !calculation.equal) return calculation;
    const isRelation = compareRelations(a as Relation, b as Relation, comparison);
    if (isRelation.equal && namesIn(a).size > 0 && (a as Relation).operands.length === 2) return isRelation;
    if (sameLabel(x.label, y.label) || !isNameOnly(x.label) || !isNameOnly(y.label))
      return compareValues(x, { ...y, value: withNeutralArguments(y, x) }, comparison);
    return isRelation.equal ? isRelation : different("values of different names");
  }
  const other = x ? b : a;
  if (other.kind === "relation") return compareRelations(a as Relation, b as Relation, comparison);
  const plain = { label: other, value: other, approximations: [] };
  return x ? compareValues(x, plain, comparison) : compareValues(plain, y!, comparison);
}

const isNameOnly = (label: Node) => ["symbol", "application", "sequence", "words"].includes(label.kind);

/** A decimal after ≈ counts as the value too if it rounds it. */
function compareValues(a: Labelled, b: Labelled, comparison: Comparison): Verdict {
  const lenient = { ...comparison, roundedDigits: 2 };
  const valuesOf = ({ value, approximations }: Labelled) => [
    value,
    ...approximations.filter((rounded) => comparison.compare(value, rounded, lenient).equal),
  ];
  return anyOf(
    valuesOf(a).flatMap((left) => valuesOf(b).map((right) => comparison.compare(left, right, comparison))),
  );
}

function compareAsSets(a: Node, b: Node, comparison: Comparison): Verdict | null {
  if (!describesSet(a) && !describesSet(b)) return null;
  const asRelations =
    a.kind === "relation" && b.kind === "relation" ? compareRelations(a, b, comparison) : null;
  if (asRelations?.equal) return asRelations;
  const verdict = compareSets(a, b, comparison) ?? provenOnly(asRelations, a, b);
  if (verdict) return verdict;
  if (keyOf(a) === keyOf(b)) return same("the same expression");
  return compareStructure(a, b, comparison);
}

/** Inequalities that are no multiples of each other may have the same solutions all the same. */
const provenOnly = (verdict: Verdict | null, a: Node, b: Node): Verdict | null =>
  verdict?.equal === false && isInequality(a) && isInequality(b)
    ? undecided("the inequalities could not be solved")
    : verdict;

const isInequality = (node: Node) =>
  node.kind === "relation" && node.signs.every((sign) => /^[<>]=?$/.test(sign));

/** Sets that are no sets of real numbers, part by part. */
function compareStructure(a: Node, b: Node, comparison: Comparison): Verdict {
  if (a.kind === "list" && b.kind === "list") return compareUnordered(a.members, b.members, comparison);
  if (a.kind === "set-operation" && b.kind === "set-operation" && a.operation === b.operation)
    return a.operation === "difference"
      ? compareInOrder(a.operands, b.operands, comparison, "the same parts")
      : compareUnordered(a.operands, b.operands, comparison);
  if (a.kind === "named-set" && b.kind === "named-set") return different("different sets of numbers");
  if (a.kind === "set-builder" && b.kind === "set-builder")
    return compareInOrder(
      [a.element, a.condition],
      [b.element, b.condition],
      comparison,
      "the same condition",
    );
  const isPlain = (node: Node) =>
    !describesSet(node) && node.kind !== "sequence" && node.kind !== "set" && node.kind !== "list";
  if (isPlain(a) || isPlain(b)) return different("a set against something else");
  return undecided("the sets could not be compared");
}

/** Tuples in order, sets and lists without order; a set or list of one is that one. */
function compareCollections(a: Node, b: Node, comparison: Comparison): Verdict | null {
  const isUnordered = (node: Node) => node.kind === "set" || node.kind === "list";
  if (a.kind === "sequence" && b.kind === "sequence") return compareSequences(a, b, comparison);
  if (a.kind === "list" && b.kind === "list") return comparePairwise(membersOf(a), membersOf(b), comparison);
  if (isUnordered(a) && isUnordered(b)) return compareUnordered(membersOf(a), membersOf(b), comparison);
  const [collection, other] = isUnordered(a) || a.kind === "sequence" ? [a, b] : [b, a];
  if (collection.kind === "list" && other.kind === "sequence")
    return compareBare(collection.members, other, comparison);
  if (collection.kind === "sequence" && other.kind === "list")
    return compareBare(other.members, collection, comparison);
  if (isUnordered(collection)) return compareUnordered(membersOf(collection), [other], comparison);
  return collection.kind === "sequence" ? different("several values against one") : null;
}

/** A tuple whose brackets were left out. */
function compareBare(members: readonly Node[], tuple: Sequence, comparison: Comparison): Verdict {
  if (members.some((member) => member.kind === "sequence"))
    return compareUnordered(members, [tuple], comparison);
  if (tuple.open !== "(" || tuple.close !== ")") return different("an interval against a list");
  return compareInOrder(members, tuple.members, comparison, "the same values in order");
}

/** Brackets matter for two members, which may be an interval; longer tuples are vectors in any brackets. */
function compareSequences(a: Sequence, b: Sequence, comparison: Comparison): Verdict {
  if (a.members.length === 2 && b.members.length === 2 && (a.open !== b.open || a.close !== b.close))
    return different("different brackets");
  return compareInOrder(a.members, b.members, comparison, "the same values in order");
}

const membersOf = (node: Node): readonly Node[] => {
  if (node.kind !== "set" && node.kind !== "list") return [node];
  const groups = node.kind === "list" ? assignmentGroups(node) : null;
  if (groups) return groups;
  return node.members.flatMap((member) =>
    member.kind === "list" && !assignmentsOf(member) ? membersOf(member) : [member],
  );
};

/** An equation that names no value is equal to equations only. */
function compareStatements(a: Node, b: Node, comparison: Comparison): Verdict | null {
  if (a.kind !== "relation" && b.kind !== "relation") return null;
  if (a.kind === "relation" && b.kind === "relation") return compareRelations(a, b, comparison);
  return different("an equation against a value");
}
