import type { Plan } from "../engine/recipe.ts";
import { ErrataError } from "../foundation/errors.ts";
import type { TrainedWeights } from "../models/trained-weights.ts";
import type { Config } from "./schema.ts";

type Weights = TrainedWeights["kind"];
type Method = "lora" | "full";

const ofMethod = (method: Method): readonly Weights[] => (method === "full" ? ["model"] : ["adapter"]);

/** What each kind of trainer may leave. */
const madeBy: Readonly<Record<Config["trainer"]["kind"], (method: Method) => readonly Weights[]>> = {
  embedded: () => ["adapter"],
  trl: ofMethod,
  "llama-factory": ofMethod,
  axolotl: ofMethod,
  openai: () => ["hosted"],
  // A script may do whatever it was asked for.
  command: () => ["adapter", "model", "hosted"],
};

/** Whether what is trained may stay with a provider, who is paid for its answers. */
export function mayBeHosted({ target, trainer }: Pick<Config, "target" | "trainer">): boolean {
  const made = madeBy[trainer.kind]("lora");
  const bringsWeights = made.length > 1 && "adapters" in target && target.adapters !== undefined;
  return made.includes("hosted") && !bringsWeights && servedBy(target).includes("hosted");
}

/** What a target can be asked for after a training. */
function servedBy(target: Config["target"]): readonly Weights[] {
  switch (target.kind) {
    case "embedded":
    case "llama-cpp":
      return ["adapter"];
    case "command":
      return ["adapter", "model"];
    case "openai":
      return ["hosted"];
    case "openai-compatible":
      if (!target.adapters) return ["hosted"];
      return target.adapters.kind === "command" ? ["hosted", "adapter", "model"] : ["hosted", "adapter"];
    default:
      return [];
  }
}

const inWords: Readonly<Record<Weights, string>> = {
  adapter: "adapters",
  model: "whole models",
  hosted: "models that their provider keeps",
};

/**
 * Throws an `ErrataError` where a run would train what its target cannot serve: better now than after a night's
 * training.
 */
export function refuseUnservable({ goal }: Plan, config: Pick<Config, "target" | "trainer" | "until">): void {
  const { target, trainer, until } = config;
  const trainings = goal.filter(({ stage }) => stage.writes.includes("adapters"));
  if (trainings.length === 0) return;
  if (trainer.kind === "embedded" && target.kind !== "embedded") {
    throw new ErrataError(
      `The embedded trainer trains the embedded model alone, and the target is ${target.kind}.`,
      { advice: `Name another \`trainer\`, or end the run earlier with \`until: select\`.` },
    );
  }
  if (until === "train") return;
  const served = servedBy(target);
  for (const { settings } of trainings) {
    const made = madeBy[trainer.kind]((settings as { method: Method }).method);
    if (!made.some((weights) => served.includes(weights))) throw unservable(config, made, served);
  }
}

function unservable(
  { target, trainer }: Pick<Config, "target" | "trainer">,
  made: readonly Weights[],
  served: readonly Weights[],
): ErrataError {
  const makes = made.map((weights) => inWords[weights]).join(" or ");
  const serves = served.map((weights) => inWords[weights]).join(", ") || "nothing that was trained";
  return new ErrataError(
    `The trainer ${trainer.kind} makes ${makes}, and the target ${target.kind}, as it is set, serves ${serves}.`,
    {
      advice:
        target.kind === "openai-compatible"
          ? "Say in `target.adapters` how what is trained comes to the server (docs/serving.md), or end the run with `until: train`."
          : "Name a target that can serve it (docs/serving.md), or end the run with `until: train`.",
    },
  );
}
