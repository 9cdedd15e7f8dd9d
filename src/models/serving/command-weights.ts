import { resolve } from "node:path";
import { contentKey } from "../../foundation/content-key.ts";
import { ErrataError } from "../../foundation/errors.ts";
import type { LanguageModel } from "../language-model.ts";
import { trainedId } from "../trained-id.ts";
import { digestOfTrainedWeights, readTrainedWeights } from "../trained-weights.ts";
import { adapterName } from "./adapter-name.ts";
import { type CommandModelsOptions, createCommandModels } from "./command-models.ts";
import { mergedOnce } from "./merged-weights.ts";
import type { ServingSurroundings } from "./serving-surroundings.ts";

interface CommandWeightsOptions {
  settings: CommandModelsOptions["settings"];
  baseId: string;
  /** What the weights were trained from: a name of the Hugging Face hub, or a folder. */
  baseModel: string;
}

/** Serves trained weights, or the base model, by a user's command, which is told what to serve by its environment. */
export function createCommandWeights(
  { settings, baseId, baseModel }: CommandWeightsOptions,
  surroundings: ServingSurroundings,
) {
  const models = createCommandModels({ settings, ...surroundings });
  const { mergeWeights, folder } = surroundings;
  const isMerging = settings.weights === "merged";
  const served = contentKey({ command: [settings.command].flat(), weights: settings.weights });
  const toldBase = { ERRATA_BASE_MODEL: baseModel };

  return {
    serveBase: (signal: AbortSignal): Promise<LanguageModel> =>
      models.serve(
        {
          id: baseId,
          title: `the base model ${baseModel}`,
          name: "errata-base",
          told: { ...toldBase, ERRATA_WEIGHTS_KIND: "base" },
        },
        signal,
      ),

    async serve(folderOfWeights: string, signal: AbortSignal): Promise<LanguageModel> {
      // The command starts in another folder.
      const directory = resolve(folderOfWeights);
      const weights = readTrainedWeights(directory);
      if (weights.kind === "hosted") throw hostedElsewhere(weights.model);
      const digest = digestOfTrainedWeights(directory);
      const name = adapterName(digest);
      const isMerged = isMerging && weights.kind === "adapter";
      const merge = { adapterDirectory: directory, baseModel, digest, folder, signal };
      return models.serve(
        {
          id: trainedId(baseId, `${digest.slice(0, 16)}#${served.slice(0, 12)}`),
          title: `the trained model ${name}`,
          name,
          told: {
            ...toldBase,
            ERRATA_WEIGHTS_KIND: isMerged ? "model" : weights.kind,
            ERRATA_WEIGHTS_DIRECTORY: isMerged ? await mergedOnce(mergeWeights, merge) : directory,
          },
        },
        signal,
      );
    },
  };
}

function hostedElsewhere(model: string): ErrataError {
  return new ErrataError(`No command can serve ${model}: its provider keeps the weights.`, {
    advice: "Name that provider as the target.",
  });
}
