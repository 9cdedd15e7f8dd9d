import { evaluate, type Operator, type Span } from "../../../../mathematics/expression.ts";
import { readWorkedSolution } from "../../../../mathematics/index.ts";
import { parseExpression } from "../../../../mathematics/parse-expression.ts";
import { equals, isInteger, type Rational } from "../../../../mathematics/rational.ts";
import { writeLike } from "./numbers.ts";
import type { Occurrence, Script, ScriptStep } from "./script.ts";
import { isAmong, isKnown } from "./specimen.ts";

/** What is made wrong in a solution. */
export interface Change {
  /** The step that becomes wrong, or is left out. */
  step: number;
  /** Other numbers in the place of its numbers, by their index. */
  operands?: ReadonlyMap<number, Rational>;
  /** Another sign between its two numbers. */
  operator?: Operator;
  /** The number that is left out, with the sign before it. */
  without?: number;
  /** A number that is added at the end. */
  plus?: Rational;
  /** A result that the step does not come to. */
  result?: Rational;
  /** The step is left out; this number of it stands where its result belongs. */
  standIn?: Rational;
}

/** A piece of a line and what comes in its place. */
interface Edit extends Span {
  text: string;
}

/**
 * Tells a solution with one change in it, and everything after it consistently: later steps are computed from the wrong
 * value, and the answer is what comes out. Null where that cannot be told in sensible numbers.
 */
export function retell(script: Script, change: Change): string | null {
  const values = new Map<number, Rational>();
  const edits = script.lines.map((): Edit[] => []);
  for (const [index, step] of script.steps.entries()) {
    if (index === change.step && change.standIn) {
      values.set(index, change.standIn);
      continue;
    }
    const told = tellStep(script, index, change, values);
    if (told === null || isElsewhere(script, step, told.result, change)) return null;
    edits[step.line]!.push(...told.edits);
    if (!equals(told.result, step.stated)) values.set(index, told.result);
  }
  const answer = values.get(script.answerStep);
  if (!answer) return null;
  editLoose(script, values, edits, change);
  const lines = script.lines.map((line, index) => applyEdits(line, edits[index]!));
  const answerText = writeLike(script.steps[script.answerStep]!.statedText, answer);
  if (answerText === null || lines.includes(null)) return null;
  const leftOut = change.standIn ? script.steps[change.step]!.line : null;
  const text = withAnswer(script, lines as string[], answerText)
    .filter((_, index) => index !== leftOut)
    .join("\n");
  return isConsistent(text, script, change) ? text : null;
}

/** Whether a wrong result could pass for another number: one of the question, a right result, or the wrong number. */
const isElsewhere = (script: Script, { stated }: ScriptStep, result: Rational, change: Change): boolean =>
  !equals(result, stated) &&
  (isKnown(script, result) || isAmong([...(change.operands?.values() ?? [])], result));

/** The lines with the answer on a line of its own, as it stands in the solution or after its last line. */
export function withAnswer({ answerLine }: Script, lines: readonly string[], answer: string): string[] {
  if (answerLine === null) return [...lines, `#### ${answer}`];
  return lines.map((line, index) =>
    index === answerLine ? line.replace(/^(\s*(?:####|A:)\s*).*$/, `$1${answer}`) : line,
  );
}

function tellStep(
  script: Script,
  index: number,
  change: Change,
  values: ReadonlyMap<number, Rational>,
): { edits: Edit[]; result: Rational } | null {
  const step = script.steps[index]!;
  const isChanged = index === change.step;
  const numbers = step.operands.map(({ value, source }, k) => {
    const changed = isChanged ? change.operands?.get(k) : undefined;
    return changed ?? (source === null ? undefined : values.get(source)) ?? value;
  });
  const texts = numbers.map((value, k) => {
    const { text, value: old } = step.operands[k]!;
    return equals(old, value) ? text : writeLike(text, value);
  });
  if (texts.includes(null)) return null;
  const edits: Edit[] = [];
  for (const occurrence of step.occurrences) {
    const own = editsOf(occurrence, texts as string[], isChanged ? change : null);
    if (own === null) return null;
    edits.push(...own);
  }
  const computed = isChanged && change.result ? change.result : compute(script, step, edits);
  const stated = computed && statedText(step, computed);
  if (!computed || stated === null) return null;
  edits.push(...step.results.map(({ start, end }) => ({ start, end, text: stated as string })));
  return { edits, result: computed };
}

function editsOf(
  { operands, operators }: Occurrence,
  texts: readonly string[],
  change: Change | null,
): Edit[] | null {
  const edits: Edit[] = operands.map(({ start, end }, k) => ({ start, end, text: texts[k]! }));
  if (!change) return edits;
  if (change.operator) {
    const [sign] = operators;
    if (!sign) return null;
    edits.push({ ...sign, text: change.operator });
  }
  if (change.without !== undefined) {
    const at = change.without;
    const span =
      at === 0
        ? { start: operands[0]!.start, end: operands[1]!.start }
        : { start: operands[at - 1]!.end, end: operands[at]!.end };
    return [...edits.filter(({ start }) => start < span.start || start >= span.end), { ...span, text: "" }];
  }
  if (change.plus) {
    const last = edits.at(-1)!;
    const isTight = operators.every((sign, k) => sign?.start === operands[k]!.end);
    const plus = writeLike("1", change.plus);
    if (plus === null) return null;
    last.text += isTight ? `+${plus}` : ` + ${plus}`;
  }
  return edits;
}

/** What the calculation comes to as it is now written. */
function compute({ lines }: Script, step: ScriptStep, edits: readonly Edit[]): Rational | null {
  const line = lines[step.line]!;
  const claim = step.results[0]!;
  const { start } = step;
  const within = edits
    .filter((edit) => edit.start >= start && edit.end <= claim.start)
    .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const written = applyEdits(line.slice(start, claim.start), within);
  const expression = written && parseExpression(withoutUnits(written.replace(/=\s*[$€£]?\s*$/, "")));
  if (!expression) return null;
  try {
    return evaluate(expression);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const withoutUnits = (text: string): string => text.replace(/(?<=[\d)%]\s*)(?!x\b)\p{L}[\p{L}\s'’-]*/gu, " ");

/** Whole things stay whole, money has two decimals at most, and nothing becomes less than nothing. */
function statedText({ stated, statedText }: ScriptStep, value: Rational): string | null {
  if (equals(stated, value)) return statedText;
  if (value.numerator <= 0n || (isInteger(stated) && !isInteger(value))) return null;
  const text = writeLike(statedText, value);
  return text !== null && (/\.(\d+)/.exec(text)?.[1]?.length ?? 0) <= 2 ? text : null;
}

/** Numbers in the prose that repeat a value which is another now. */
function editLoose(
  script: Script,
  values: ReadonlyMap<number, Rational>,
  edits: Edit[][],
  change: Change,
): void {
  for (const [line, numbers] of script.loose.entries()) {
    if (line === script.answerLine) continue;
    const renamed = renamedIn(script, line, values, change);
    for (const { value, text, start, end } of numbers) {
      const now = renamed.find(({ old }) => equals(old, value))?.now;
      const written = now && writeLike(text, now);
      if (written) edits[line]!.push({ start, end, text: written });
    }
  }
}

/** Values that are others now where a line speaks of them: a number that was exchanged, and results that nothing gives. */
function renamedIn(
  { steps, questionNumbers }: Script,
  line: number,
  values: ReadonlyMap<number, Rational>,
  change: Change,
): { old: Rational; now: Rational }[] {
  const changed = steps[change.step]!;
  const exchanged = [...(changed.line === line ? (change.operands ?? []) : [])].map(([operand, now]) => ({
    old: changed.operands[operand]!.value,
    now,
  }));
  const results = steps.flatMap(({ stated: old, line: origin }, index) => {
    const now = values.get(index);
    return now && origin <= line && !isAmong(questionNumbers, old) ? [{ old, now }] : [];
  });
  return [...exchanged, ...results.reverse()];
}

/** A line with its edits; null where two of them want different things. */
function applyEdits(line: string, edits: readonly Edit[]): string | null {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let text = "";
  let at = 0;
  let last: Edit | undefined;
  for (const edit of sorted) {
    if (last?.start === edit.start && last.end === edit.end) {
      if (last.text !== edit.text) return null;
      continue;
    }
    if (edit.start < at) return null;
    text += line.slice(at, edit.start) + edit.text;
    at = edit.end;
    last = edit;
  }
  return text + line.slice(at);
}

/** Read again, the text has as many calculations as it should, and none is wrong but the one that was made wrong. */
function isConsistent(text: string, { steps, problem }: Script, change: Change): boolean {
  const read = readWorkedSolution(text);
  const isLeftOut = change.standIn !== undefined;
  const wrong = read.steps.flatMap(({ correct }, index) => (correct ? [] : [index]));
  const expected = change.result ? [change.step] : [];
  return (
    read.steps.length === steps.length - Number(isLeftOut) &&
    wrong.length === expected.length &&
    wrong.every((index, k) => index === expected[k]) &&
    text !== problem.solution
  );
}
