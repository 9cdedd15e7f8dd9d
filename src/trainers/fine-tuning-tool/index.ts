export { createToolTrainer, type ToolTrainerOptions } from "./create-tool-trainer.ts";
export { toolSettings } from "./settings.ts";
export { toYaml } from "./to-yaml.ts";
export { deepspeedFile, type FineTuningTool, outputFolder, type ToolPlan } from "./tool.ts";
