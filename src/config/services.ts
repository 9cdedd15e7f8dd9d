import { resolve } from "node:path";
import { z } from "zod";
import { readRows } from "../datasets/files/index.ts";
import type { RunServices } from "../engine/execute-run.ts";
import type { Instructor } from "../instructors/instructor.ts";
import { createLlmInstructor } from "../instructors/llm/index.ts";
import { createSymbolicInstructor } from "../instructors/symbolic/index.ts";
import { type Admissions, createAdmissions } from "../models/admission/index.ts";
import { createAiSdkModel, createAiSdkServer } from "../models/ai-sdk/index.ts";
import { createEmbeddedServer } from "../models/embedded/index.ts";
import type { ModelServer } from "../models/model-server.ts";
import { createReplayServer } from "../models/replay/index.ts";
import { createTrainer } from "./create-trainer.ts";
import { gradersOf } from "./graders-of.ts";
import { embeddedDirectory } from "./pupil-directory.ts";
import type { Config } from "./schema.ts";
import { templateOf } from "./template-of.ts";

const SavedRow = z.object({ problemId: z.string(), text: z.string() });

/** Makes the adapters that a configuration names. Relative paths start from `folder`. */
export function createServices(config: Config, folder: string): RunServices {
  const admissions = createAdmissions();
  return {
    server: createServer(config.target, folder, admissions),
    template: templateOf(config),
    instructor: createInstructor(config, folder, admissions),
    ...gradersOf(config),
    trainer: createTrainer(config, folder),
  };
}

function createServer(target: Config["target"], folder: string, admissions: Admissions): ModelServer {
  if (target.kind === "embedded") {
    const directory = embeddedDirectory(target, folder);
    return createEmbeddedServer({ directory, ...(target.threads ? { threads: target.threads } : {}) });
  }
  if (target.kind !== "replay") return createAiSdkServer({ settings: target, admissions });
  const file = resolve(folder, target.file);
  return createReplayServer(
    target.file,
    readRows(file, SavedRow, { problemId: "id", text: "generation", ...target.fields }),
  );
}

function createInstructor(
  { instructor, recipe }: Config,
  folder: string,
  admissions: Admissions,
): Instructor {
  if (instructor.kind === "symbolic") return createSymbolicInstructor();
  const { model, protocol = recipe, prompts, maxOutputTokens } = instructor;
  return createLlmInstructor({
    model: createAiSdkModel({ settings: model, admissions }),
    protocol,
    promptsDirectory: prompts === undefined ? undefined : resolve(folder, prompts),
    maxOutputTokens,
  });
}
