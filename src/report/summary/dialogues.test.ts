import { describe, expect, it } from "vitest";
import type { DialogueAnswer, DialogueKind } from "../../domain/dialogue.ts";
import { sampleDialogues } from "../sample/dialogues.fixture.ts";
import { emptyReportData } from "../sample.fixture.ts";
import { summarizeDialogues } from "./dialogues.ts";

/** "rrw": the first two dialogues are answered right in the round, the third wrong. */
const answers = (kind: DialogueKind, round: number, codes: string): DialogueAnswer[] =>
  [...codes].map((code, index) => ({
    benchmark: "test",
    kind,
    round,
    attempt: {
      problemId: `p${index}`,
      output: "",
      prediction: null,
      verdict: code === "r" ? "right" : "wrong",
      how: "",
    },
  }));

const model = (armId: string | null, iteration: number, second: string, corrections: string) => ({
  armId,
  iteration,
  answers: [...answers("follow-up", 2, second), ...answers("error-correction", 2, corrections)],
});
const arm = (id: string, role: "method" | "untargeted") => ({ id, role, title: id, explanation: "" });

describe("summarizeDialogues", () => {
  const summary = summarizeDialogues({
    arms: [arm("method", "method"), arm("untargeted", "untargeted")],
    dialogues: {
      dialogues: sampleDialogues().dialogues,
      models: [
        model("untargeted", 2, "wwr", "w"),
        model("method", 2, "rrr", "r"),
        model("method", 1, "wrw", "w"),
        model(null, 0, "www", "w"),
      ],
    },
  })!;

  it("counts what each model gets right in each round, the base model first", () => {
    expect(
      summary.models.map(({ armId, iteration, rounds }) => [
        armId,
        iteration,
        ...rounds.map(({ kind, round, right }) => `${kind} ${round}: ${right.count}/${right.n}`),
      ]),
    ).toEqual([
      [null, 0, "follow-up 2: 0/3", "error-correction 2: 0/1"],
      ["method", 1, "follow-up 2: 1/3", "error-correction 2: 0/1"],
      ["method", 2, "follow-up 2: 3/3", "error-correction 2: 1/1"],
      ["untargeted", 2, "follow-up 2: 1/3", "error-correction 2: 0/1"],
    ]);
    expect(summary.dialogues).toEqual({ "follow-up": 1, "error-correction": 1 });
  });

  it("compares with the base model and with controls, dialogue by dialogue", () => {
    expect(summary.models[0]!.rounds[0]!.againstBase).toBeNull();
    expect(summary.models[2]!.rounds[0]!.againstBase).toMatchObject({ n: 3, fixRate: { count: 3 } });
    expect(
      summary.margins.map(({ controlId, kind, comparison: { before, after } }) => [
        ...[controlId, kind, before.count, after.count],
      ]),
    ).toEqual([
      ["untargeted", "follow-up", 1, 3],
      ["untargeted", "error-correction", 0, 1],
    ]);
  });

  it("is absent where none was held", () => {
    expect(summarizeDialogues(emptyReportData())).toBeNull();
  });
});
