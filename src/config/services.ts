import { resolve } from "node:path";
import { z } from "zod";
import { readRows } from "../datasets/files/index.ts";
import type { RunServices } from "../engine/execute-run.ts";
import { createSymbolicInstructor } from "../instructors/symbolic/index.ts";
import { createEmbeddedServer } from "../models/embedded/index.ts";
import type { ModelServer } from "../models/model-server.ts";
import { createReplayServer } from "../models/replay/index.ts";
import { createEmbeddedTrainer } from "../trainers/embedded/index.ts";
import { gradersOf } from "./graders-of.ts";
import { pupilDirectory } from "./pupil-directory.ts";
import type { Config } from "./schema.ts";
import { templateOf } from "./template-of.ts";

const SavedRow = z.object({ problemId: z.string(), text: z.string() });

/** Makes the adapters that a configuration names. Relative paths start from `folder`. */
export function createServices(config: Config, folder: string): RunServices {
  const directory =
    config.target.kind === "embedded"
      ? resolve(folder, config.target.directory ?? pupilDirectory)
      : pupilDirectory;
  return {
    server: createServer(config.target, folder, directory),
    template: templateOf(config),
    instructor: createSymbolicInstructor(),
    ...gradersOf(config),
    trainer: createEmbeddedTrainer({ directory }),
  };
}

function createServer(target: Config["target"], folder: string, directory: string): ModelServer {
  if (target.kind === "embedded") {
    return createEmbeddedServer({ directory, ...(target.threads ? { threads: target.threads } : {}) });
  }
  const file = resolve(folder, target.file);
  return createReplayServer(
    target.file,
    readRows(file, SavedRow, { problemId: "id", text: "generation", ...target.fields }),
  );
}
