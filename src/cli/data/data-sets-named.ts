import { type DataSet, dataSets } from "../../datasets/registry/index.ts";
import { UsageError } from "../command.ts";
import { suggest } from "../suggest.ts";

/** The data sets of a list such as "gsm8k,math", or of "all". Throws `UsageError` where one is not known. */
export function dataSetsNamed(list: string): DataSet[] {
  if (list === "all") return Object.values(dataSets);
  return list.split(",").map(dataSetNamed);
}

function dataSetNamed(name: string): DataSet {
  const known: Readonly<Record<string, DataSet>> = dataSets;
  const dataSet = Object.hasOwn(known, name) ? known[name] : undefined;
  if (dataSet) return dataSet;
  const [nearest] = suggest(name, Object.keys(known));
  throw new UsageError(
    nearest
      ? `There is no data set "${name}". Did you mean "${nearest}"?`
      : `There is no data set "${name}". There are ${Object.keys(known).join(", ")}.`,
  );
}
