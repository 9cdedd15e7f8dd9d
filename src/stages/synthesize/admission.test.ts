import { describe, expect, it } from "vitest";
import { type AdmissionSettings, createAdmission, isKept } from "./admission.ts";
import { newTopic } from "./topic.ts";

const settings: AdmissionSettings = { noveltyThreshold: 0.7, verify: "recompute" };
const origin = { iteration: 2, errorTypeId: "units", call: 3, item: 4, seeds: ["s"] };
const topicOf = (quota: number) => newTopic("units", quota);
const apples = "Tom picks 3 red apples and 4 green apples from the tree. How many apples does he pick?";
const applesAgain = "Tom picks 5 red apples and 6 green apples from the tree. How many apples does he pick?";
const trains = "A train leaves town at noon with 12 passengers; 7 more board. How many ride along?";
const solution = "3 + 4 = 7\n#### 7";

/** Judges drafts one after the other, as synthesis does. */
function judge(
  drafts: readonly { question: string; solution?: string }[],
  {
    pool = [] as string[],
    earlier = [] as string[],
    quota = 10,
    more = {} as Partial<AdmissionSettings>,
  } = {},
) {
  const admission = createAdmission(
    pool.map((question, index) => ({ id: `pool-${index}`, question })),
    earlier.map((question, index) => ({ id: `earlier-${index}`, question, solution, answer: "7", origin })),
    { ...settings, ...more },
  );
  const topic = topicOf(quota);
  return drafts.map((draft, item) => {
    const whole = { solution, ...draft };
    const judged = admission.admit(whole, admission.examine(whole), topic, { ...origin, item });
    if (isKept(judged)) topic.kept.push(judged);
    return judged;
  });
}
const reasonsOf = (...parts: Parameters<typeof judge>) =>
  judge(...parts).map((judged) => (isKept(judged) ? "kept" : judged.reason));

describe("createAdmission", () => {
  it("keeps a novel, verified problem under an id that says where it comes from", () => {
    expect(judge([{ question: apples }])).toEqual([
      {
        id: "synthetic-2-units-3-0",
        question: apples,
        solution,
        answer: "7",
        origin: { ...origin, item: 0 },
      },
    ]);
  });

  it("keeps the skill that the instructor names, and none where it names none", () => {
    const admission = createAdmission([], [], settings);
    const draft = { question: apples, solution, skill: "addition" };
    expect(admission.admit(draft, admission.examine(draft), topicOf(1), origin)).toMatchObject({
      skill: "addition",
    });
    expect(judge([{ question: apples }])[0]).not.toHaveProperty("skill");
  });

  it("drops what is too like the pool, and says how much like what", () => {
    const [dropped] = judge([{ question: applesAgain }], { pool: [trains, apples] });
    expect(dropped).toMatchObject({ reason: "not-novel-in-pool", question: applesAgain, solution });
    expect(dropped).toMatchObject({ detail: expect.stringMatching(/^Rouge-L 0\.\d{3} to pool-1$/) });
  });

  it("drops what is too like a problem kept before, in this iteration or an earlier one", () => {
    expect(reasonsOf([{ question: apples }, { question: applesAgain }, { question: trains }])).toEqual([
      "kept",
      "not-novel-among-kept",
      "kept",
    ]);
    expect(reasonsOf([{ question: applesAgain }], { earlier: [apples] })).toEqual(["not-novel-among-kept"]);
  });

  it("is not put off by what it dropped itself", () => {
    const wrong = { question: apples, solution: "3 + 4 = 8\n#### 8" };
    expect(reasonsOf([wrong, { question: applesAgain }])).toEqual(["arithmetic-wrong", "kept"]);
  });

  it("keeps no more than the quota of the type", () => {
    expect(reasonsOf([{ question: apples }, { question: trains }], { quota: 1 })).toEqual([
      "kept",
      "quota-reached",
    ]);
  });

  it("takes answers as they are written when asked to, and holds novelty to the threshold given", () => {
    const wrong = { question: apples, solution: "3 + 4 = 8\n#### 8" };
    expect(reasonsOf([wrong], { more: { verify: "none" } })).toEqual(["kept"]);
    const lenient = { more: { noveltyThreshold: 1 } };
    expect(
      reasonsOf([{ question: apples }, { question: applesAgain }, { question: apples }], lenient),
    ).toEqual(["kept", "kept", "kept"]);
  });
});
