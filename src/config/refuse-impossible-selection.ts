import type { Plan } from "../engine/recipe.ts";
import { ErrataError } from "../foundation/errors.ts";
import { type Evidence, type StrategyName, strategies } from "../stages/select/strategies/index.ts";
import { namesWeights } from "./model-of-target.ts";
import type { Config } from "./schema.ts";

type Models = Pick<Config, "target" | "trainer">;

/** Who tells what candidates are judged by, where not every target and trainer does. */
const toldBy: Partial<
  Record<NonNullable<Evidence>, { isTold: (models: Models) => boolean; advice: string }>
> = {
  likelihoods: {
    isTold: ({ target }) => target.kind === "embedded",
    advice: "Only the embedded target tells them.",
  },
  gradients: {
    isTold: ({ target, trainer }) =>
      (trainer.kind === "embedded" && target.kind === "embedded") ||
      (trainer.kind === "trl" && (trainer.model !== undefined || namesWeights(target))),
    advice:
      "The embedded trainer tells them of the embedded target, and `trl` of a target whose weights it trains, or of `trainer.model`.",
  },
};

/** Throws an `ErrataError` where a run would select by what its target or trainer does not tell. */
export function refuseImpossibleSelection({ goal }: Plan, { target, trainer }: Models): void {
  for (const { stage, settings } of goal) {
    if (stage.name !== "select") continue;
    const { strategy } = settings as { strategy: StrategyName };
    const { judgesBy } = strategies[strategy];
    const teller = judgesBy && toldBy[judgesBy];
    if (!teller || teller.isTold({ target, trainer })) continue;
    throw new ErrataError(
      `The strategy ${strategy} selects by ${judgesBy}, which the target ${target.kind} and the trainer ${trainer.kind} do not tell.`,
      { advice: `${teller.advice} Choose another \`stages.select.strategy\`.` },
    );
  }
}
