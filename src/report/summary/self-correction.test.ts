import { describe, expect, it } from "vitest";
import type { PrefixContinuation, PrefixKind } from "../../domain/self-correction.ts";
import { sampleSelfCorrection } from "../sample/self-correction.fixture.ts";
import { emptyReportData } from "../sample.fixture.ts";
import { summarizeSelfCorrection } from "./self-correction.ts";

/** "tr" turned back and ended right; "-w" went on and ended wrong. */
const continuations = (prefix: PrefixKind, codes: string): PrefixContinuation[] =>
  codes.split(" ").map((code, index) => ({
    benchmark: "test",
    prefix,
    turnsBack: code.startsWith("t"),
    attempt: {
      problemId: `p${index}`,
      output: "",
      prediction: null,
      verdict: code.endsWith("r") ? "right" : "wrong",
      how: "",
    },
  }));

const model = (armId: string | null, iteration: number, wrong: string, right: string) => ({
  armId,
  iteration,
  continuations: [...continuations("wrong", wrong), ...continuations("right", right)],
});
const arm = (id: string, role: "method" | "untargeted") => ({ id, role, title: id, explanation: "" });
const arms = [arm("method", "method"), arm("untargeted", "untargeted")];

describe("summarizeSelfCorrection", () => {
  const { prefixes } = sampleSelfCorrection();
  const summary = summarizeSelfCorrection({
    arms,
    selfCorrection: {
      prefixes,
      models: [
        model("untargeted", 2, "-w -w -w -r", "-r -r -r -r"),
        model("method", 2, "tr tr tw", "-r tw -r"),
        model("method", 1, "-w -w -w -w", "-r -r -r -r"),
        model(null, 0, "-w -r -w -w", "-r -r -r -w"),
      ],
    },
  })!;

  it("puts the base model first, and then every arm after every iteration", () => {
    expect(summary.models.map(({ armId, iteration }) => [armId, iteration])).toEqual([
      [null, 0],
      ["method", 1],
      ["method", 2],
      ["untargeted", 2],
    ]);
  });

  it("counts turning back and ending right apart and together, after each kind of beginning", () => {
    expect(summary.models[2]).toMatchObject({
      afterWrong: {
        turnsBack: { count: 3, n: 3 },
        endsRight: { count: 2, n: 3 },
        turnsBackAndEndsRight: { count: 2, n: 3 },
      },
      afterRight: {
        turnsBack: { count: 1, n: 3 },
        endsRight: { count: 2, n: 3 },
        turnsBackAndEndsRight: { count: 0, n: 3 },
      },
    });
  });

  it("compares with the base model and with controls on the problems that both went on with", () => {
    expect(summary.models[0]!.afterWrong!.againstBase).toBeNull();
    expect(summary.models[2]!.afterWrong!.againstBase).toMatchObject({
      n: 3,
      before: { count: 1 },
      after: { count: 2 },
    });
    expect(
      summary.margins.map(({ controlId, prefix, comparison: { n, before, after } }) => [
        ...[controlId, prefix, n, before.count, after.count],
      ]),
    ).toEqual([
      ["untargeted", "wrong", 3, 0, 2],
      ["untargeted", "right", 3, 3, 2],
    ]);
  });

  it("says what mistakes the beginnings end with", () => {
    expect(summary).toMatchObject({ problems: 2, labels: { operator_error: 1, calculation_error: 1 } });
  });

  it("is absent where nothing was measured", () => {
    expect(summarizeSelfCorrection(emptyReportData())).toBeNull();
  });
});
