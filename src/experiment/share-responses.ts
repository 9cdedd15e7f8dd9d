import type { RunServices } from "../engine/execute-run.ts";
import { cacheResponses } from "../engine/response-cache.ts";
import type { RunStore } from "../engine/run-store.ts";
import type { Instructor } from "../instructors/instructor.ts";
import type { LanguageModel } from "../models/language-model.ts";
import type { ModelServer } from "../models/model-server.ts";

/**
 * The services of a cell over a store that all cells share: what the models of an earlier cell answered is not asked
 * again. A response is determined by its key (the model's id, which tells weights by their digest, and the request), so it
 * is the same in whichever run it was made.
 *
 * A cell stores in its own folder whatever it is answered, shared or not: it stays a whole run, and its calls and tokens
 * are those that it would take alone.
 */
export function shareResponses(services: RunServices, store: RunStore, cell: string): RunServices {
  const share = (model: LanguageModel): LanguageModel => ({
    ...model,
    generate: cacheResponses(model, store)(cell).generate,
  });
  return {
    ...services,
    server: sharingServer(services.server, share),
    instructor: sharingInstructor(services.instructor, share),
  };
}

type Share = (model: LanguageModel) => LanguageModel;

function sharingServer(server: ModelServer, share: Share): ModelServer {
  return {
    baseId: server.baseId,
    serve: async (adapterDirectory, signal) => share(await server.serve(adapterDirectory, signal)),
    close: () => server.close(),
  };
}

/** The run caches by model, so that the same model has to be given every time. */
function sharingInstructor(instructor: Instructor, share: Share): Instructor {
  const askingThrough = instructor.askingThrough?.bind(instructor);
  if (!askingThrough) return instructor;
  const shared = new Map<LanguageModel, LanguageModel>();
  const sharedOnce = (model: LanguageModel) => {
    const known = shared.get(model) ?? share(model);
    shared.set(model, known);
    return known;
  };
  return { ...instructor, askingThrough: (wrap) => askingThrough((model) => wrap(sharedOnce(model))) };
}
