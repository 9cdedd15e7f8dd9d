/**
 * How a target is prompted, and so what a trainer has to show it: `chat`, the prompt is put into the model's chat
 * template; `completion`, the model continues the prompt as it is.
 */
export type PromptForm = "chat" | "completion";
