import type { TrainingExample } from "../../domain/training-example.ts";
import { deepspeedFile, outputFolder, type ToolPlan, toYaml } from "../fine-tuning-tool/index.ts";
import { turnsOf } from "../turns.ts";

export const configFile = "llama-factory.yaml";
const dataSet = "errata";
const dataFile = "train.json";
/** The one of its templates that adds nothing, neither tokens at the beginning nor one at the end. */
const bareTemplate = "empty";

export interface LlamaFactoryOptions {
  template: string | undefined;
  extra: Readonly<Record<string, unknown>>;
}

/** What `llamafactory-cli train` reads: its settings, the list of data sets and the data set. */
export function llamaFactoryFiles(plan: ToolPlan, { template, extra }: LlamaFactoryOptions) {
  const isBare = template === undefined && plan.prompt === "completion";
  const used = isBare ? bareTemplate : template;
  const settings = { ...settingsOf(plan), ...(used === undefined ? {} : { template: used }), ...extra };
  const row = isBare ? bareRow(plan) : plan.prompt === "chat" ? turnRow : pairRow;
  return {
    [configFile]: toYaml(settings),
    "dataset_info.json": json({ [dataSet]: { file_name: dataFile, formatting: "alpaca", columns } }),
    [dataFile]: json(plan.examples.map(row)),
  };
}

const columns = { prompt: "prompt", response: "completion" };

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const pairRow = ({ prompt, completion }: TrainingExample) => ({ prompt, completion });

function turnRow(example: TrainingExample) {
  const [user, assistant] = turnsOf(example);
  return { prompt: user.content, completion: assistant.content };
}

/** With the special tokens of the target's prompts in the text, where every tokenizer reads them as what they are. */
function bareRow({ tokenizer: { beginning, end } }: ToolPlan) {
  return ({ prompt, completion }: TrainingExample) => ({
    prompt: `${beginning}${prompt}`,
    completion: `${completion}${end}`,
  });
}

function settingsOf(plan: ToolPlan): Record<string, unknown> {
  const { model, settings, startFrom, division } = plan;
  return {
    model_name_or_path: startFrom?.kind === "model" ? startFrom.directory : model,
    ...(startFrom?.kind === "adapter" ? { adapter_name_or_path: startFrom.directory } : {}),
    stage: "sft",
    do_train: true,
    ...methodOf(plan),
    dataset_dir: ".",
    dataset: dataSet,
    cutoff_len: settings.maxSequenceLength,
    packing: false,
    overwrite_cache: true,
    per_device_train_batch_size: division.microBatchSize,
    gradient_accumulation_steps: division.accumulation,
    num_train_epochs: settings.epochs,
    learning_rate: settings.learningRate,
    lr_scheduler_type: settings.schedule,
    warmup_ratio: settings.warmupRatio,
    weight_decay: settings.weightDecay,
    max_grad_norm: 1,
    optim: "adamw_torch",
    bf16: plan.precision === "bf16",
    fp16: plan.precision === "fp16",
    seed: settings.seed,
    ...(plan.hasDeepspeed ? { deepspeed: deepspeedFile } : {}),
    output_dir: outputFolder,
    logging_steps: 1,
    save_strategy: "epoch",
    save_total_limit: 1,
    report_to: "none",
  };
}

function methodOf({ settings }: ToolPlan): Record<string, unknown> {
  if (settings.method === "full") return { finetuning_type: "full" };
  return {
    finetuning_type: "lora",
    lora_rank: settings.rank,
    lora_alpha: settings.alpha,
    lora_dropout: settings.dropout,
    lora_target: settings.targetModules.join(","),
  };
}
