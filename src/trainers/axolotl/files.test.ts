import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { ToolPlan } from "../fine-tuning-tool/index.ts";
import { toyPlan } from "../fine-tuning-tool/toy-plan.fixture.ts";
import { toySettings } from "../toy-training.fixture.ts";
import { axolotlFiles, configFile } from "./files.ts";

const filesOf = (changes: Partial<ToolPlan> = {}, extra = {}) => {
  const files: Record<string, string> = axolotlFiles({ ...toyPlan, ...changes }, extra);
  return { config: parse(files[configFile]!), row: JSON.parse(files["train.jsonl"]!) };
};

describe("the files of Axolotl", () => {
  it("show a target that continues its prompts segments as they are, with the loss on the second", () => {
    const { config, row } = filesOf();
    expect(config.datasets).toEqual([{ path: "train.jsonl", ds_type: "json", type: "input_output" }]);
    expect(config.train_on_inputs).toBe(false);
    expect(row).toEqual({
      segments: [
        { label: false, text: "<s>1 + 1?" },
        { label: true, text: " 2.</s>" },
      ],
    });
  });

  it("show a target that chats messages in the template of its tokenizer, with the loss on the assistant's", () => {
    const { config, row } = filesOf({ prompt: "chat" });
    expect(config).toMatchObject({
      chat_template: "tokenizer_default",
      datasets: [{ type: "chat_template", field_messages: "messages", roles_to_train: ["assistant"] }],
    });
    expect(row.messages).toEqual([
      { role: "user", content: "1 + 1?" },
      { role: "assistant", content: "2." },
    ]);
  });

  it("ask for the settings of the training, up to its last step", () => {
    expect(filesOf().config).toMatchObject({
      base_model: "org/model",
      adapter: "lora",
      lora_r: 8,
      lora_alpha: 32,
      lora_dropout: 0.1,
      lora_target_modules: ["q_proj", "v_proj"],
      sequence_len: 128,
      sample_packing: false,
      micro_batch_size: 2,
      num_epochs: 3,
      max_steps: 3,
      learning_rate: 2e-5,
      lr_scheduler: "linear",
      auto_resume_from_checkpoints: true,
    });
    expect(filesOf({ settings: { ...toySettings, method: "full" } }).config).not.toHaveProperty("adapter");
  });

  it("name a token for padding where the tokenizer names none", () => {
    const tokenizer = { ...toyPlan.tokenizer, hasPadding: false };
    expect(filesOf({ tokenizer }).config.special_tokens).toEqual({ pad_token: "</s>" });
    expect(filesOf().config).not.toHaveProperty("special_tokens");
  });

  it("continue an adapter or a whole model", () => {
    const adapter = filesOf({ startFrom: { kind: "adapter", directory: "/earlier" } }).config;
    expect(adapter).toMatchObject({ base_model: "org/model", lora_model_dir: "/earlier" });
    const model = filesOf({ startFrom: { kind: "model", directory: "/earlier" } }).config;
    expect(model.base_model).toBe("/earlier");
  });
});
