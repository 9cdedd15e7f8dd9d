export { baseModelAt } from "./base-model.ts";
export { TrlTrainerSettings } from "./settings.ts";
export { createTrlTrainer, type TrlTrainerOptions } from "./trainer.ts";
