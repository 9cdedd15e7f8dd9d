export { CommandTrainerSettings } from "./settings.ts";
export { type CommandTrainerOptions, createCommandTrainer } from "./trainer.ts";
