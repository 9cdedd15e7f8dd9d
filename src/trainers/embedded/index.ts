export { createEmbeddedTrainer, type EmbeddedTrainerOptions } from "./trainer.ts";
