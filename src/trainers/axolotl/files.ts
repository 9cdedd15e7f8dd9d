import type { TrainingExample } from "../../domain/training-example.ts";
import { deepspeedFile, outputFolder, type ToolPlan, toYaml } from "../fine-tuning-tool/index.ts";
import { turnsOf } from "../turns.ts";

export const configFile = "axolotl.yaml";
const dataFile = "train.jsonl";

/** What `axolotl train` reads: its settings and the data set. */
export function axolotlFiles(plan: ToolPlan, extra: Readonly<Record<string, unknown>>) {
  const row = plan.prompt === "chat" ? messagesOf : segmentsOf(plan);
  return {
    [configFile]: toYaml({ ...settingsOf(plan), ...extra }),
    [dataFile]: plan.examples.map((example) => `${JSON.stringify(row(example))}\n`).join(""),
  };
}

const messagesOf = (example: TrainingExample) => ({ messages: turnsOf(example) });

/** Texts that are taken as they are, special tokens included; the loss is taken on those with a label. */
function segmentsOf({ tokenizer: { beginning, end } }: ToolPlan) {
  return ({ prompt, completion }: TrainingExample) => ({
    segments: [
      { label: false, text: `${beginning}${prompt}` },
      { label: true, text: `${completion}${end}` },
    ],
  });
}

function settingsOf(plan: ToolPlan): Record<string, unknown> {
  const { model, settings, startFrom, division, tokenizer } = plan;
  return {
    base_model: startFrom?.kind === "model" ? startFrom.directory : model,
    ...(startFrom?.kind === "adapter" ? { lora_model_dir: startFrom.directory } : {}),
    ...methodOf(plan),
    ...dataOf(plan),
    // Some tokenizers name no token to fill short examples with; it is masked wherever it stands.
    ...(tokenizer.hasPadding ? {} : { special_tokens: { pad_token: tokenizer.end } }),
    train_on_inputs: false,
    dataset_prepared_path: "prepared",
    val_set_size: 0,
    sequence_len: settings.maxSequenceLength,
    excess_length_strategy: "raise",
    sample_packing: false,
    pad_to_sequence_len: false,
    micro_batch_size: division.microBatchSize,
    gradient_accumulation_steps: division.accumulation,
    num_epochs: settings.epochs,
    // By itself, it would end early where the last batch of an epoch is a small one.
    max_steps: plan.count.steps,
    learning_rate: settings.learningRate,
    lr_scheduler: settings.schedule,
    warmup_ratio: settings.warmupRatio,
    weight_decay: settings.weightDecay,
    max_grad_norm: 1,
    optimizer: "adamw_torch",
    gradient_checkpointing: true,
    bf16: plan.precision === "bf16",
    fp16: plan.precision === "fp16",
    seed: settings.seed,
    ...(plan.hasDeepspeed ? { deepspeed: deepspeedFile } : {}),
    output_dir: outputFolder,
    auto_resume_from_checkpoints: true,
    logging_steps: 1,
    save_strategy: "epoch",
    save_total_limit: 1,
  };
}

function methodOf({ settings }: ToolPlan): Record<string, unknown> {
  if (settings.method === "full") return {};
  return {
    adapter: "lora",
    lora_r: settings.rank,
    lora_alpha: settings.alpha,
    lora_dropout: settings.dropout,
    lora_target_modules: settings.targetModules,
  };
}

function dataOf({ prompt }: ToolPlan): Record<string, unknown> {
  const file = { path: dataFile, ds_type: "json" };
  if (prompt === "completion") return { datasets: [{ ...file, type: "input_output" }] };
  return {
    chat_template: "tokenizer_default",
    datasets: [
      {
        ...file,
        type: "chat_template",
        field_messages: "messages",
        roles_to_train: ["assistant"],
        train_on_eos: "turn",
      },
    ],
  };
}
