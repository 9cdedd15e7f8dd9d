import { describe, expect, it } from "vitest";
import { UnusableAnswerError } from "../../foundation/errors.ts";
import type { Instructor } from "../../instructors/instructor.ts";
import { toyMistakes } from "../lemma/lemma.fixture.ts";
import { contextOf, instructorWith, problemOf } from "../stage-context.fixture.ts";
import { dialogues } from "./make-dialogues.ts";

const problem = (id: string) => ({
  ...problemOf(id, { solution: `first ${id}\nsecond ${id}\n#### ${id}` }),
  benchmark: "held-out",
});
const solved = (answer: string) => ({ question: `And then ${answer}?`, solution: `So\n#### ${answer}` });

const followUps: Instructor["followUps"] = async () => [solved("20"), solved("30")];

async function made(instructor: Partial<Instructor>, ids: readonly string[] = ["10"], settings: object = {}) {
  const result = await dialogues.run(
    contextOf({
      made: [{ benchmarkProblems: ids.map(problem) }],
      services: { instructor: instructorWith(instructor) },
    }),
    dialogues.settings.parse(settings),
  );
  return { ...result, rows: result.artifacts.dialogues! };
}

describe("dialogues", () => {
  it("ask two questions more, whose answers are read from recomputed solutions", async () => {
    const { rows, remarks } = await made({ followUps });
    expect(rows).toEqual([
      {
        kind: "follow-up",
        benchmark: "held-out",
        problemId: "10",
        rounds: [
          { question: "What is 10?", solution: "first 10\nsecond 10\n#### 10", answer: "10" },
          { ...solved("20"), answer: "20" },
          { ...solved("30"), answer: "30" },
        ],
      },
    ]);
    expect(remarks).toEqual([
      "Follow-up questions are measured on 1 problems where 200 are asked for: no other is fit for it.",
      "Error correction is not measured: the instructor toy cannot make it.",
    ]);
  });

  it("show a wrong answer and ask for the right one", async () => {
    const { rows } = await made({ mistakes: toyMistakes() });
    const [shown, asked] = rows[0]!.rounds;
    expect(rows).toHaveLength(1);
    expect(shown).toMatchObject({ question: "What is 10?", answer: "10" });
    expect(shown!.given).toMatch(/#### wrong$/);
    expect(asked).toMatchObject({ question: expect.stringMatching("not right"), answer: "10" });
    expect(asked).not.toHaveProperty("given");
  });

  it.each([
    [
      "refuted by recomputation",
      [solved("20"), { question: "?", solution: "2 + 3 = 6\n#### 6" }],
      "arithmetic-wrong",
    ],
    ["without an answer", [solved("20"), { question: "?", solution: "Who knows." }], "answer-not-stated"],
    ["with the answer of the round before", [solved("20"), solved("20")], "it does not end wrong"],
    ["too few", [solved("20")], "there are fewer than two further questions"],
  ])("have no question %s", async (_, drafts, reason) => {
    const { rows, notDone } = await made({ followUps: async () => drafts });
    expect(rows).toEqual([]);
    expect(Object.keys(notDone)).toEqual([expect.stringContaining(reason)]);
  });

  it("are about as many problems as asked for, others in the place of those that are not fit", async () => {
    const fits: Instructor["followUps"] = async (request) => {
      if ("abc".includes(request.problem.id)) throw new UnusableAnswerError("no number can be changed");
      return [solved("20"), solved("30")];
    };
    const { rows, notDone } = await made({ followUps: fits }, ["a", "b", "c", "d", "e", "f"], {
      problems: 3,
    });
    expect(rows.map(({ problemId }) => problemId).sort()).toEqual(["d", "e", "f"]);
    expect(Object.keys(notDone)).toEqual(["no number can be changed"]);
  });

  it("are none where none are asked for", async () => {
    const { rows, in: taken, remarks } = await made({ followUps }, ["10"], { problems: 0 });
    expect([rows, taken, remarks]).toEqual([[], 0, []]);
  });
});
