export { LlamaFactorySettings } from "./settings.ts";
export { createLlamaFactoryTrainer, type LlamaFactoryTrainerOptions } from "./trainer.ts";
