import { z } from "zod";
import { type DataSetName, dataSets, splitsOf } from "../datasets/registry/index.ts";

/** Which of the problems of a source are taken. */
export const Sample = z.strictObject({
  /** Only problems whose id hashes into this part of [0, 1): `[0, 0.8]` and `[0.8, 1]` share none. */
  part: z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]).optional(),
  limit: z.int().positive().optional(),
});

/** A published data set by its name. */
export const DataSetSource = Sample.extend({
  // Whether there is such a data set is checked below: of a union, only checks of the whole tell a person what is wrong.
  dataset: z.custom<DataSetName>((name) => typeof name === "string"),
  /** Needed where the data set has several. */
  split: z.enum(["train", "test"]).optional(),
}).superRefine(({ dataset, split }, context) => {
  const isKnown = Object.hasOwn(dataSets, dataset);
  const problem = isKnown ? splitProblem(dataset, split) : unknownName(dataset);
  if (problem) context.addIssue({ code: "custom", ...problem });
});

function splitProblem(dataset: DataSetName, split: "train" | "test" | undefined) {
  const splits = splitsOf(dataSets[dataset]).map(([name]) => name);
  const isMeant = split === undefined ? splits.length === 1 : splits.includes(split);
  if (isMeant) return null;
  const message = `${dataset} has the ${splits.length === 1 ? "split" : "splits"} ${splits.join(" and ")}`;
  return { path: ["split"], message };
}

function unknownName(dataset: string) {
  const message = `there is no data set "${dataset}"; there are ${Object.keys(dataSets).join(", ")}`;
  return { path: ["dataset"], message };
}
