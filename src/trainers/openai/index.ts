export { OpenAiTrainerSettings } from "./settings.ts";
export { createOpenAiTrainer, type OpenAiTrainerOptions } from "./trainer.ts";
