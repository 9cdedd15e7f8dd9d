import { mean } from "../../../foundation/statistics.ts";
import { scoreWithoutTrials } from "../scores.ts";
import type { SelectionStrategy } from "../strategy.ts";

/**
 * How much easier the dev cases become after the candidate as the one worked example: the rise of the mean log-likelihood of
 * a reference solution's token, in nats, averaged over the bad cases, over the good ones, and over the two.
 */
export const loss: SelectionStrategy = async ({ candidates, devSet, likelihoods }) => {
  const likelihoodsAfter = await likelihoods();
  const dev = await devSet();
  const cases = [...dev.bad, ...dev.good];
  const judged = { by: "likelihoods", evaluations: cases.length } as const;
  const [alone, ...after] = await likelihoodsAfter([null, ...candidates], cases);

  const scoreOf = (shown: readonly number[], without: readonly number[]): number => {
    const gains = shown.map((likelihood, index) => likelihood - without[index]!);
    const kinds = [gains.slice(0, dev.bad.length), gains.slice(dev.bad.length)];
    const means = kinds.filter(({ length }) => length > 0).map(mean);
    return means.length > 0 ? mean(means) : 0;
  };
  return {
    scored: candidates.flatMap((candidate, index) => {
      const shown = after[index];
      return shown && alone ? [scoreWithoutTrials(candidate, scoreOf(shown, alone), judged)] : [];
    }),
    remarks: [],
  };
};
