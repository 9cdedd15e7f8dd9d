import { describe, expect, it } from "vitest";
import type { ErrorType } from "../../domain/error-type.ts";
import { contextOf } from "../stage-context.fixture.ts";
import { applyDecisions, ReviewDecisions } from "./decisions.ts";
import { ReviewNeededError, review } from "./index.ts";

const type = (id: string, name: string, ...keyphrases: string[]): ErrorType => ({
  id,
  name,
  explanation: `about ${id}`,
  keyphrases,
});
const units = type("units", "Unit conversion", "feet as inches", "hours as minutes");
const wrong = type("wrong", "Wrong operation", "added", "subtracted");

describe("applyDecisions", () => {
  const apply = (decisions: object[]) => applyDecisions([units, wrong], ReviewDecisions.parse(decisions));

  it("keeps what was not decided about", () => {
    expect(apply([])).toEqual([units, wrong]);
  });

  it("renames, and keeps the explanation unless there is a new one", () => {
    const renamed = { id: "units", name: "Units", keyphrases: units.keyphrases };
    expect(apply([renamed])[1]).toEqual({ ...units, name: "Units" });
    expect(apply([{ ...renamed, explanation: "new" }])[1]).toMatchObject({ explanation: "new" });
  });

  it("excludes", () => {
    expect(apply([{ ...pick(units), exclude: true }])).toEqual([wrong]);
  });

  it("splits a type by moving phrases to a new id", () => {
    const split = [
      { id: "units", name: "Lengths", keyphrases: ["feet as inches"] },
      { id: "times", name: "Times", keyphrases: ["hours as minutes"] },
    ];
    expect(apply(split).map(({ id, keyphrases }) => [id, ...keyphrases])).toEqual([
      ["wrong", "added", "subtracted"],
      ["units", "feet as inches"],
      ["times", "hours as minutes"],
    ]);
  });

  it.each([
    [
      [{ id: "units", name: "Units", keyphrases: ["feets"] }],
      'names the keyphrase "feets", which no bad case has',
    ],
    [[pick(units), pick(units)], 'has the error type "units" twice'],
  ])("refuses %o", (decisions, message) => {
    expect(() => apply(decisions)).toThrow(message);
  });
});

function pick({ id, name, keyphrases }: ErrorType) {
  return { id, name, keyphrases };
}

describe("review", () => {
  const none = type("none", "No error", "nothing wrong", "added");
  const twin = type("units-2", "Errors of unit conversion", "hours as minutes", "days as hours");
  const run = (errorTypes: ErrorType[], settings: object = {}) =>
    review.run(contextOf({ made: [{ errorTypes }], iteration: 2 }), review.settings.parse(settings) as never);

  it("merges and excludes by written rules, and accounts for every keyphrase", async () => {
    const result = await run([units, none, twin, wrong]);
    expect(result.artifacts.reviewedErrorTypes).toEqual([
      { ...units, keyphrases: [...units.keyphrases, "days as hours"] },
      wrong,
    ]);
    expect(result).toMatchObject({ in: 6, done: 5, notDone: { "in no error type that is kept": 1 } });
  });

  it("waits for a person when asked, with what there is to review", async () => {
    const error = await run([units, none], { waitForPerson: true }).catch((error) => error);
    expect(error).toBeInstanceOf(ReviewNeededError);
    expect(error).toMatchObject({ iteration: 2, errorTypes: [units] });
  });

  it("goes on with what the person decided, merging what was given one name", async () => {
    const decisions = [
      { ...pick(wrong), name: "Unit conversion" },
      { ...pick(units), exclude: false },
    ];
    const result = await run([units, wrong], { waitForPerson: true, decisions });
    expect(result.artifacts.reviewedErrorTypes).toEqual([
      { ...wrong, name: "Unit conversion", keyphrases: [...wrong.keyphrases, ...units.keyphrases] },
    ]);
    expect(result).toMatchObject({ in: 4, done: 4, notDone: {} });
  });

  it("accounts for phrases that the person left out", async () => {
    const decisions = [{ id: "units", name: "Units", keyphrases: ["feet as inches"] }];
    const result = await run([units], { decisions });
    expect(result).toMatchObject({ in: 2, done: 1, notDone: { "in no error type that is kept": 1 } });
  });
});
