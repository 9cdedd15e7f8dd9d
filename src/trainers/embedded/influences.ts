import type { TrainingExample } from "../../domain/training-example.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { createRandom } from "../../foundation/random.ts";
import type { Adapter } from "../../models/embedded/index.ts";
import { openInfluenceParts } from "../influence-parts.ts";
import type { InfluenceRequest } from "../trainer.ts";
import { createExampleGradients } from "./example-gradients.ts";
import { adamDirections, dotProduct, meanVector, unitVector } from "./gradient-directions.ts";
import { initializeAdapter, parseTargetModules } from "./lora.ts";
import type { PassTask } from "./pass.ts";
import type { TrainingBase } from "./run-training.ts";
import { tokenizeExamples } from "./tokenize-examples.ts";
import type { TokenExample } from "./training-batch.ts";
import { warmUp } from "./warm-up.ts";

/** LESS from a new adapter; see `Trainer.influences`. */
export async function computeInfluences(
  request: InfluenceRequest,
  base: TrainingBase,
): Promise<(number | null)[]> {
  const { settings } = request;
  const lora = { ...settings, targetModules: parseTargetModules(settings.targetModules) };
  const adapter = initializeAdapter(base.config, lora, createRandom(`adapter ${settings.seed}`));
  return influencesFrom(adapter, request, base);
}

/**
 * LESS without its random projection, which makes gradients small enough to be stored. None is stored here: a set of targets
 * is one vector, the mean of their gradients' directions, as dot products are linear, and candidates come one by one. What an
 * earlier try computed is not computed again, but for the warm-up, which always comes to the same.
 *
 * @param adapter where the warm-up begins; trained in place
 */
export async function influencesFrom(
  adapter: Adapter,
  request: InfluenceRequest,
  base: TrainingBase,
): Promise<(number | null)[]> {
  const { settings, onProgress, signal, workDirectory } = request;
  const { candidates, targets, warmUpExamples } = tokenizeRequest(request, base);
  const kept = candidates.filter((candidate) => candidate !== null);
  const computePass = (task: PassTask) => base.passes.compute(task, signal);
  const checkpoints = await warmUp(adapter, base.config, warmUpExamples, settings, computePass);
  const examples = [...targets.flat(), ...kept];
  const gradientsAt = createExampleGradients(adapter, base.config, examples, computePass);
  const places = new Map(candidates.map((candidate, place) => [candidate, place]));
  const placeOf = (candidate: TokenExample) => places.get(candidate) as number;

  const parts = openInfluenceParts(workDirectory);
  const unfinished = checkpoints
    .map((checkpoint) => ({
      ...checkpoint,
      left: kept.filter((candidate) => !parts.has(checkpoint.epoch, placeOf(candidate))),
    }))
    .filter(({ left }) => left.length > 0);
  const total = checkpoints.length * examples.length;
  let done = total - unfinished.reduce((sum, { left }) => sum + targets.flat().length + left.length, 0);
  const onExample = () => onProgress?.(++done, total);
  for (const { epoch, optimized, weight, left } of unfinished) {
    const gradients = gradientsAt(optimized, onExample);
    const directions: Float32Array[] = [];
    for (const set of targets) directions.push(meanVector(await gradients.of(set, unitVector)));
    await gradients.of(left, (ofCandidate, candidate) => {
      const unit = unitVector(adamDirections(ofCandidate, optimized));
      const shares = directions.map((direction) => weight * dotProduct(unit, direction));
      parts.add({ epoch, candidate: placeOf(candidate), shares });
    });
  }
  return candidates.map((_, place) => parts.influenceOf(place));
}

function tokenizeRequest(request: InfluenceRequest, { config, tokenizer }: TrainingBase) {
  const longest = Math.min(request.settings.maxSequenceLength, config.contextLength);
  const tokenized = (examples: readonly TrainingExample[]): TokenExample[] =>
    tokenizeExamples(examples, tokenizer, config.endOfText, longest).kept;
  const candidates = request.candidates.map((example) => tokenized([example])[0] ?? null);
  const targets = request.targets.map(tokenized).filter((set) => set.length > 0);
  const warmUpExamples = tokenized(request.warmUp);
  const tooLong = [
    ...(targets.length === 0 ? ["the targets"] : []),
    ...(warmUpExamples.length === 0 ? ["the examples of the warm-up"] : []),
  ];
  if (tooLong.length > 0)
    throw new ErrataError(
      `Gradients cannot be compared: none of ${tooLong.join(" and of ")} fits in ${longest} tokens.`,
      {
        advice: "Give shorter examples, or raise maxSequenceLength up to the model's context.",
      },
    );
  return { candidates, targets, warmUpExamples };
}
