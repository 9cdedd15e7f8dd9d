export { AxolotlSettings } from "./settings.ts";
export { type AxolotlTrainerOptions, createAxolotlTrainer } from "./trainer.ts";
