import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { ToolPlan } from "../fine-tuning-tool/index.ts";
import { toyPlan } from "../fine-tuning-tool/toy-plan.fixture.ts";
import { toySettings } from "../toy-training.fixture.ts";
import { configFile, llamaFactoryFiles } from "./files.ts";

const filesOf = (changes: Partial<ToolPlan> = {}, template?: string, extra = {}) => {
  const files: Record<string, string> = llamaFactoryFiles({ ...toyPlan, ...changes }, { template, extra });
  return {
    config: parse(files[configFile]!),
    info: JSON.parse(files["dataset_info.json"]!),
    rows: JSON.parse(files["train.json"]!),
  };
};

describe("the files of LLaMA-Factory", () => {
  it("show a target that continues its prompts the prompt with its special tokens, and nothing else", () => {
    const { config, info, rows } = filesOf();
    expect(config).toMatchObject({ template: "empty", dataset: "errata", dataset_dir: "." });
    expect(info).toEqual({
      errata: {
        file_name: "train.json",
        formatting: "alpaca",
        columns: { prompt: "prompt", response: "completion" },
      },
    });
    expect(rows).toEqual([{ prompt: "<s>1 + 1?", completion: " 2.</s>" }]);
  });

  it("leave a target that chats to the template of its tokenizer, or to the one that is named", () => {
    const chat = filesOf({ prompt: "chat" });
    expect(chat.config).not.toHaveProperty("template");
    expect(chat.rows).toEqual([{ prompt: "1 + 1?", completion: "2." }]);
    const named = filesOf({}, "llama3");
    expect(named.config.template).toBe("llama3");
    expect(named.rows).toEqual([{ prompt: "1 + 1?", completion: " 2." }]);
  });

  it("ask for the LoRA of the settings", () => {
    expect(filesOf().config).toMatchObject({
      model_name_or_path: "org/model",
      finetuning_type: "lora",
      lora_rank: 8,
      lora_alpha: 32,
      lora_dropout: 0.1,
      lora_target: "q_proj,v_proj",
      seed: 7,
      bf16: true,
      fp16: false,
    });
  });

  it("ask for LEMMA's full fine-tune (papers' section 2.4)", () => {
    const settings = {
      ...toySettings,
      method: "full",
      learningRate: 1e-5,
      schedule: "cosine",
      warmupRatio: 0.03,
      epochs: 3,
      maxSequenceLength: 4096,
    } as const;
    const lemma: Partial<ToolPlan> = {
      settings,
      division: { microBatchSize: 4, accumulation: 8 },
      devices: 8,
      hasDeepspeed: true,
    };
    const { config } = filesOf(lemma, "default", { flash_attn: "fa2" });
    expect(config).toMatchObject({
      finetuning_type: "full",
      template: "default",
      cutoff_len: 4096,
      learning_rate: 1e-5,
      lr_scheduler_type: "cosine",
      warmup_ratio: 0.03,
      num_train_epochs: 3,
      per_device_train_batch_size: 4,
      gradient_accumulation_steps: 8,
      bf16: true,
      deepspeed: "deepspeed.json",
      max_grad_norm: 1,
      optim: "adamw_torch",
      packing: false,
      flash_attn: "fa2",
    });
    expect(config).not.toHaveProperty("lora_rank");
  });

  it("continue an adapter or a whole model", () => {
    const adapter = filesOf({ startFrom: { kind: "adapter", directory: "/earlier" } }).config;
    expect(adapter).toMatchObject({ model_name_or_path: "org/model", adapter_name_or_path: "/earlier" });
    const model = filesOf({ startFrom: { kind: "model", directory: "/earlier" } }).config;
    expect(model).toMatchObject({ model_name_or_path: "/earlier" });
    expect(model).not.toHaveProperty("adapter_name_or_path");
  });

  it("lay the user's keys over what is written", () => {
    expect(filesOf({}, undefined, { max_grad_norm: 0.5 }).config.max_grad_norm).toBe(0.5);
  });
});
