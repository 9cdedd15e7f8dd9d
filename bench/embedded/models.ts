import { createRandom } from "../../src/foundation/random.ts";
import {
  type LlamaConfig,
  type NamedTensor,
  readLlamaConfig,
  readModelWeights,
} from "../../src/models/embedded/index.ts";
import { expectedShapes } from "../../src/models/embedded/weights.ts";

/** A model to measure. None of them ends a text, so that every row is decoded to its last token. */
export interface BenchmarkModel {
  name: string;
  config: LlamaConfig;
  tensors: Map<string, NamedTensor>;
  parameters: number;
}

const noToken = -1;

/** A model of the given shape with random weights. */
export function randomModel(
  name: string,
  shape: Pick<LlamaConfig, "hiddenSize" | "feedForwardSize" | "layerCount" | "headCount" | "vocabularySize">,
): BenchmarkModel {
  const config: LlamaConfig = {
    ...shape,
    keyValueHeadCount: shape.headCount,
    headSize: shape.hiddenSize / shape.headCount,
    normEpsilon: 1e-5,
    rotaryBase: 10_000,
    contextLength: 512,
    endOfText: noToken,
  };
  const random = createRandom(name);
  const tensors = new Map<string, NamedTensor>();
  for (const [tensor, dimensions] of expectedShapes(config)) {
    const size = dimensions.reduce((product, length) => product * length, 1);
    const data = Float32Array.from({ length: size }, () => (random.next() - 0.5) / 5);
    tensors.set(tensor, { shape: dimensions, data });
  }
  return { name, config, tensors, parameters: countParameters(tensors) };
}

/** The model of a directory. */
export async function storedModel(name: string, directory: string): Promise<BenchmarkModel> {
  const config = await readLlamaConfig(directory);
  const { tensors } = await readModelWeights(directory, config);
  return { name, config: { ...config, endOfText: noToken }, tensors, parameters: countParameters(tensors) };
}

const countParameters = (tensors: ReadonlyMap<string, NamedTensor>): number =>
  [...tensors.values()].reduce((sum, { data }) => sum + data.length, 0);
