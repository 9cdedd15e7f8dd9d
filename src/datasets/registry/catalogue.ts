import { ErrataError } from "../../foundation/errors.ts";
import type { DataSet, Split, SplitName } from "./data-set.ts";
import { asdiv } from "./sets/asdiv.ts";
import { collegeMath } from "./sets/college-math.ts";
import { gaokaoBenchMathEn } from "./sets/gaokao-bench-math-en.ts";
import { gsm8k } from "./sets/gsm8k.ts";
import { math } from "./sets/math.ts";
import { math500 } from "./sets/math500.ts";
import { mawps } from "./sets/mawps.ts";
import { satMath } from "./sets/sat-math.ts";
import { svamp } from "./sets/svamp.ts";
import { talScq5kEn } from "./sets/tal-scq5k-en.ts";

/** Every data set that can be asked for by name. */
export const dataSets = {
  gsm8k,
  math,
  math500,
  "tal-scq5k-en": talScq5kEn,
  "gaokao-bench-math-en": gaokaoBenchMathEn,
  "sat-math": satMath,
  "college-math": collegeMath,
  svamp,
  asdiv,
  mawps,
} as const satisfies Record<string, DataSet>;

export type DataSetName = keyof typeof dataSets;

/** The splits of a data set, train before test. */
export function splitsOf({ splits }: DataSet): [SplitName, Split][] {
  return (["train", "test"] as const).flatMap((name): [SplitName, Split][] => {
    const split = splits[name];
    return split ? [[name, split]] : [];
  });
}

/** The split that is meant by a name, or without one the only split. Throws an `ErrataError` where there is none. */
export function splitNamed(dataSet: DataSet, name: SplitName | undefined): SplitName {
  const names = splitsOf(dataSet).map(([split]) => split);
  if (name !== undefined && names.includes(name)) return name;
  const [only, another] = names;
  if (name === undefined && only && !another) return only;
  throw new ErrataError(
    name === undefined
      ? `The data set ${dataSet.name} has several splits, and none is named.`
      : `The data set ${dataSet.name} has no split "${name}".`,
    { advice: `Say \`split: ${names.join("` or `split: ")}\`.` },
  );
}
