import { type MistakeLabel, mistakeLabels } from "../../../domain/mistake-label.ts";
import type { Json } from "../../../foundation/content-key.ts";
import { membersOf, textIn } from "../read-answer.ts";

/** What an answer says of a solution; `mistake` is null where it finds none. Steps are numbered from 1. */
export interface Analysis {
  mistake: { step: number; label: MistakeLabel } | null;
  explanation: string;
}

/** Reads `{ step, explanation, label }`; null where that is not what the value holds. */
export function readAnalysis(value: Json): Analysis | null {
  const members = membersOf(value);
  if (!members || !Object.keys(members).some((name) => stepName.test(name))) return null;
  const said = { step: textIn(members, stepName), label: textIn(members, /label/i, /type|kind/i) };
  const explanation = textIn(members, /^explanation$/i, /expla|reason|why/i);
  if (isNone(said.step) || /^none$/i.test(said.label)) return { mistake: null, explanation };
  const step = /^\D*(\d+)\D*$/.exec(said.step)?.[1];
  const label = labelNamed(said.label);
  return step === undefined || label === undefined
    ? null
    : { mistake: { step: Number(step), label }, explanation };
}

const stepName = /step/i;

const isNone = (text: string): boolean => text === "" || /^(?:none|null|no step)$/i.test(text);

/** "Calculation error" is `calculation_error`. */
function labelNamed(text: string): MistakeLabel | undefined {
  const name = text.toLowerCase().replace(/[^a-z]+/g, "_");
  return mistakeLabels.find((label) => label === name);
}
