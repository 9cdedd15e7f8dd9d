import { availableParallelism } from "node:os";
import { ErrataError } from "../../foundation/errors.ts";
import type { Arrangement } from "./arrangement.ts";
import type { Llama, LlamaCppModule, LlamaModel } from "./binding.ts";
import { loadBinding } from "./load-binding.ts";
import type { Remembered } from "./remembered.ts";
import type { LlamaCppSettings } from "./settings.ts";
import { shareCores } from "./share-cores.ts";

/** A GGUF file that is loaded, and how this machine best decodes with it. */
export interface Base {
  binding: LlamaCppModule;
  llama: Llama;
  model: LlamaModel;
  arrangement: Arrangement;
}

export interface BaseOptions {
  settings: LlamaCppSettings;
  /** The GGUF file. */
  file: string;
  digest: string;
  /** Where `node-llama-cpp` is looked for first. */
  folder: string;
  remembered: Remembered;
  tell: (message: string) => void;
}

/** @throws ErrataError when `node-llama-cpp` is missing or unusable, or the file holds no model that it knows */
export async function openBase(options: BaseOptions): Promise<Base> {
  const { settings, file, folder } = options;
  const binding = await loadBinding(folder);
  const llama = await startLlama(binding, settings);
  const gpuLayers = settings.gpuLayers === undefined ? {} : { gpuLayers: settings.gpuLayers };
  const model = await llama.loadModel({ modelPath: file, ...gpuLayers }).catch((cause) => {
    throw new ErrataError(`llama.cpp cannot load ${file}: ${(cause as Error).message}`, {
      cause,
      advice: "Check that it is a whole GGUF file of a language model, and that the memory is enough for it.",
    });
  });
  const arrangement = llama.gpu
    ? { threads: settings.threads ?? availableParallelism(), contexts: settings.contexts ?? 1 }
    : await shareCores({ ...options, model });
  return { binding, llama, model, arrangement };
}

function startLlama(binding: LlamaCppModule, { gpuLayers }: LlamaCppSettings): Promise<Llama> {
  const options = {
    gpu: gpuLayers === 0 ? false : "auto",
    // Binaries come with the package; nothing is downloaded or compiled behind a person's back.
    build: "never",
    skipDownload: true,
    // Threads are shared out here.
    maxThreads: 0,
    logLevel: "error",
    progressLogs: false,
  } as const;
  return binding.getLlama(options).catch((cause) => {
    throw new ErrataError(`node-llama-cpp has no binary for this machine: ${(cause as Error).message}`, {
      cause,
      advice: "Install it again with its optional dependencies: they hold the binaries.",
    });
  });
}
