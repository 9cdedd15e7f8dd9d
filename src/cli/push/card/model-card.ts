import { count } from "../../../report/format.ts";
import { markdownTable } from "../../../report/markdown.ts";
import type { BaseModel } from "../base-model.ts";
import type { TrainedSubject } from "../trained-subject.ts";
import { accuracySection } from "./accuracy-section.ts";
import { hubDataSets } from "./data-sources.ts";
import { frontMatter } from "./front-matter.ts";
import { section } from "./markdown.ts";
import {
  type CardFacts,
  contaminationSection,
  countsSection,
  dataSection,
  errorTypesSection,
  howItWorked,
} from "./run-facts.ts";

export interface ModelCardFacts extends CardFacts {
  /** Of the repository. */
  name: string;
  form: "adapter" | "model";
  base: BaseModel;
  subject: TrainedSubject;
  license: string | undefined;
}

/** The card of trained weights: metadata by the hub's names, then how they were made and what they reach. */
export function modelCard(facts: ModelCardFacts): string {
  const { summary, record, name, form, base, subject, license } = facts;
  const what = form === "adapter" ? "A LoRA adapter" : "A model";
  const metadata = {
    license,
    base_model: base.hubName ?? undefined,
    base_model_relation: base.hubName === null ? undefined : form === "adapter" ? "adapter" : "finetune",
    library_name: form === "adapter" ? "peft" : "transformers",
    pipeline_tag: "text-generation",
    datasets: hubDataSets(record.config.data),
    tags: ["errata", summary.run.recipe, ...(form === "adapter" ? ["lora"] : [])],
  };
  const sections = [
    `# ${name}`,
    `${what} for ${baseLink(base)}, trained after iteration ${subject.step.iteration} (${armTitle(facts)}). ${howItWorked(facts)}`,
    ...contaminationSection(facts),
    ...accuracySection(summary, subject.step),
    ...trainingSection(facts),
    ...dataSection(facts),
    ...errorTypesSection(facts),
    ...countsSection(facts),
  ];
  return `${frontMatter(metadata)}\n${sections.join("\n\n")}\n`;
}

const baseLink = ({ title, hubName }: BaseModel): string =>
  hubName === null ? title : `[${hubName}](https://huggingface.co/${hubName})`;

const armTitle = ({ summary, subject }: ModelCardFacts): string =>
  summary.arms.find(({ id }) => id === subject.step.line)?.title ?? subject.step.line;

function trainingSection({ subject: { adapter, settings }, record }: ModelCardFacts): string[] {
  const said = Object.entries(settings).map(([name, value]) => [name, `\`${JSON.stringify(value)}\``]);
  const made = [
    ["trainer", `\`${record.config.trainer.kind}\``],
    ["examples", count(adapter.examples)],
    ["tokens that the loss saw", count(adapter.trainedTokens)],
    ["loss", lossText(adapter.losses)],
    ["digest of the weights (SHA-256)", `\`${adapter.digest}\``],
  ];
  return section("Training", markdownTable(["setting", "value"], [...made, ...said]));
}

function lossText(losses: readonly number[]): string {
  const [first, last] = [losses[0], losses.at(-1)];
  if (first === undefined || last === undefined) return "unknown";
  return `${first.toFixed(3)} to ${last.toFixed(3)} in ${count(losses.length)} steps`;
}
