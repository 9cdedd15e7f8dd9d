import { isEquivalent } from "../../math/equivalence/index.ts";
import { lastMatch } from "../latex-text.ts";
import { stripAnswer } from "./strip-answer.ts";

/** The first rule by which two answers agree; null where none does. */
export function agreementOf(prediction: string, reference: string): string | null {
  if (isPercent(prediction) || isPercent(reference)) {
    const percent = numbersAgreement(numberOf(prediction), numberOf(reference));
    if (percent) return percent;
  }
  if (/^[A-E]$/.test(reference.trim()) && choiceOf(prediction) === reference.trim()) return "the same choice";
  return strippedAgreement(stripAnswer(prediction), stripAnswer(reference));
}

function strippedAgreement(prediction: string, reference: string): string | null {
  if (prediction.toLowerCase() === reference.toLowerCase()) return "the same string";
  const numbers = [numberOf(prediction), numberOf(reference)] as const;
  if (numbers[0] !== null && numbers[1] !== null) return numbersAgreement(...numbers);
  if (partsAgree(tupleParts(prediction), tupleParts(reference))) return "the same components";
  if (matricesAgree(matrixRows(prediction), matrixRows(reference))) return "the same entries";
  if (equationsAgree(prediction, reference)) return "the same equation";
  return isEquivalent(reference, prediction).equal === true ? "the same value symbolically" : null;
}

const isPercent = (text: string): boolean => /^[-+\d.,]+\s*\\?%$/.test(text.trim());

/** A percent sign divides by a hundred; commas are thousands separators. */
function numberOf(text: string): number | null {
  const match = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*(\\?%)?$/i.exec(text.trim().replaceAll(",", ""));
  return match ? Number(match[1]) / (match[2] ? 100 : 1) : null;
}

const relativeTolerance = 1e-4;

function numbersAgreement(found: number | null, expected: number | null): string | null {
  if (found === null || expected === null) return null;
  const factor = [1, 1 / 100, 100].find((scale) => isClose(found, expected * scale));
  if (factor === undefined) return null;
  return factor === 1 ? "the same number within 1e-4" : "the same number but for a factor of 100";
}

const isClose = (a: number, b: number): boolean =>
  Math.abs(a - b) <= relativeTolerance * Math.max(Math.abs(a), Math.abs(b));

const choiceOf = (text: string): string | null => lastMatch(text.toUpperCase(), /\b[A-E]\b/g);

function tupleParts(text: string): string[] | null {
  const parts = /^[([](.+)[)\]]$/s.exec(text)?.[1]?.split(",");
  return parts && parts.length > 1 ? parts : null;
}

/** Rows are ended by `\\\\`, of which the normalisation has left one stroke. */
function matrixRows(text: string): string[][] | null {
  const content = /^\\begin\{[pb]matrix\}(.*)\\end\{[pb]matrix\}$/s.exec(text)?.[1];
  return content === undefined ? null : content.split(/\\(?![a-z])/).map((row) => row.split("&"));
}

function matricesAgree(found: string[][] | null, expected: string[][] | null): boolean {
  if (!found || !expected || found.length !== expected.length) return false;
  return found.every((row, place) => partsAgree(row, expected[place]!));
}

function partsAgree(found: string[] | null, expected: string[] | null): boolean {
  if (!found || !expected || found.length !== expected.length) return false;
  return found.every((part, place) => strippedAgreement(part, expected[place]!) !== null);
}

function equationsAgree(prediction: string, reference: string): boolean {
  const [found, expected] = [sidesOf(prediction), sidesOf(reference)];
  if (!found || !expected) return false;
  const difference = differenceOf(expected);
  return [difference, `-(${difference})`].some(
    (other) => isEquivalent(other, differenceOf(found)).equal === true,
  );
}

function sidesOf(text: string): [string, string] | null {
  const sides = text.split("=");
  return sides.length === 2 && sides.every((side) => side !== "") ? [sides[0]!, sides[1]!] : null;
}

const differenceOf = ([left, right]: [string, string]): string => `${left}-(${right})`;
