import { join } from "node:path";
import type { Admissions, Clock } from "../admission/index.ts";
import { createAiSdkModel, type Variables } from "../ai-sdk/index.ts";
import type { LanguageModel } from "../language-model.ts";
import { createOneAtATime, type Startable } from "./one-at-a-time.ts";
import type { CommandTarget } from "./settings.ts";
import { type RunningServer, startServer } from "./started-server.ts";

/** What a command serves, and what it is told of it. */
export interface ServedWeights {
  /** The identity of the model. */
  id: string;
  /** In words. */
  title: string;
  /** The name under which Errata asks for it where the server knows several; also that of its log. */
  name: string;
  told: Readonly<Record<string, string>>;
}

export interface CommandModelsOptions {
  settings: Pick<
    CommandTarget,
    "command" | "weights" | "startSeconds" | "prompt" | "structuredOutput" | "extraBody" | "limits"
  >;
  admissions: Admissions;
  variables: Variables;
  /** Where the logs lie. */
  folder: string;
  /** Where the command starts. */
  workingFolder: string;
  clock: Clock;
}

/** Models that a user's command serves, one after the other. */
export interface CommandModels {
  /** Starts the command; resolves once it answers. */
  serve(weights: ServedWeights, signal: AbortSignal): Promise<LanguageModel>;
}

/** A server that runs, and the model behind it. */
interface Running {
  generate: LanguageModel["generate"];
  end(): Promise<void>;
}

export function createCommandModels(options: CommandModelsOptions): CommandModels {
  const oneAtATime = createOneAtATime<Running>();
  const startables = new Map<string, { what: Startable<Running>; users: number }>();

  return {
    async serve(weights, signal) {
      const known = startables.get(weights.id) ?? {
        what: { start: async () => runningModel(options, await start(options, weights, signal)) },
        users: 0,
      };
      startables.set(weights.id, known);
      const { what } = known;
      await oneAtATime.use(what, async () => {});
      known.users += 1;
      let isClosed = false;
      return {
        id: weights.id,
        concurrency: options.settings.limits.concurrency,
        generate: async (request, signalOfCall) => {
          signalOfCall?.throwIfAborted();
          return oneAtATime.use(what, ({ generate }) => generate(request, signalOfCall));
        },
        async close() {
          if (isClosed) return;
          isClosed = true;
          known.users -= 1;
          if (known.users === 0) await oneAtATime.end(what);
        },
      };
    },
  };
}

function start(
  { settings, variables, folder, workingFolder, clock }: CommandModelsOptions,
  { title, name, told }: ServedWeights,
  signal: AbortSignal,
): Promise<RunningServer> {
  const logFile = join(folder, `${name}.log`);
  return startServer({ settings, title, name, told, variables, workingFolder, logFile, clock, signal });
}

function runningModel(
  { settings, admissions, variables }: CommandModelsOptions,
  { baseUrl, model, failed, end }: RunningServer,
): Running {
  const { prompt, structuredOutput, extraBody, limits } = settings;
  const { generate } = createAiSdkModel({
    settings: { kind: "openai-compatible", baseUrl, model, prompt, structuredOutput, extraBody, limits },
    admissions,
    variables,
  });
  return { generate: (request, signal) => Promise.race([failed, generate(request, signal)]), end };
}
