import type { Instructor } from "../../instructors/instructor.ts";
import type { GenerationRequest } from "../../models/language-model.ts";

/** The end of a rehearsal: nothing is answered. */
class AskedError extends Error {
  readonly request: GenerationRequest;

  constructor(request: GenerationRequest) {
    super("this is a rehearsal");
    this.request = request;
  }
}

/** The first request that an instructor would send to its language model; null where it sends none. Nothing is sent. */
export async function rehearse(
  instructor: Instructor,
  task: (instructor: Instructor) => Promise<unknown> | undefined,
): Promise<GenerationRequest | null> {
  const rehearsing = instructor.askingThrough?.((model) => ({
    ...model,
    generate: async (request) => {
      throw new AskedError(request);
    },
  }));
  if (!rehearsing) return null;
  try {
    await task(rehearsing);
    return null;
  } catch (error) {
    if (error instanceof AskedError) return error.request;
    throw error;
  }
}

/** The id of the language model that an instructor asks; null where it has none. */
export function modelOfInstructor(instructor: Instructor): string | null {
  let id: string | null = null;
  instructor.askingThrough?.((model) => {
    id = model.id;
    return model;
  });
  return id;
}
