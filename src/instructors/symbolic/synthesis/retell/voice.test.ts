import { describe, expect, it } from "vitest";
import { type Agent, groupOf, he, organisation, she } from "../language/agent.ts";
import type { Sentence, Words } from "./sentence.ts";
import { textOf } from "./sentence.ts";
import { createVoice } from "./voice.ts";
import { agentWord } from "./words.ts";

const ann: Agent = { name: "Ann", pronoun: she, plural: false, members: [] };
const eva: Agent = { name: "Eva", pronoun: she, plural: false, members: [] };
const ben: Agent = { name: "Ben", pronoun: he, plural: false, members: [] };

function tell(agents: readonly Agent[], sentences: [Agent, string, Words?, string?][]): string[] {
  const voice = createVoice({ tense: "past", spelled: false, numberFor: () => 0, agents });
  return sentences.map(([agent, template, words = {}, time]) => {
    const sentence: Sentence = { template, agent, words, time: time ?? null };
    return textOf(sentence, voice);
  });
}

describe("voice", () => {
  it("uses a pronoun for the subject of the sentence before", () => {
    expect(
      tell(
        [ann],
        [
          [ann, "{A} <pick> apples."],
          [ann, "{A} <give> some away and <eat> {A's} lunch."],
        ],
      ),
    ).toEqual(["Ann picked apples.", "she gave some away and ate her lunch."]);
  });

  it("repeats the name where another could be meant", () => {
    const sentences: [Agent, string, Words?][] = [
      [ann, "{A} <pick> more than {other}.", { other: agentWord(eva) }],
      [ann, "{A} <rest>."],
    ];
    expect(tell([ann, eva], sentences)[1]).toBe("Ann rested.");
    const withBen: [Agent, string, Words?][] = [
      [ann, "{A} <pick> more than {other}.", { other: agentWord(ben) }],
      [ann, "{A} <rest>."],
    ];
    expect(tell([ann, ben], withBen)[1]).toBe("she rested.");
  });

  it("forgets who was meant after a sentence whose subject is someone else's amount", () => {
    const [, , third] = tell(
      [ann, eva],
      [
        [eva, "{A} <work> six days."],
        [ann, "That <be/1> twice as many days as {A} <work>."],
        [ann, "{A} <rest>."],
      ],
    );
    expect(third).toBe("Ann rested.");
  });

  it("names a group by its members, and agrees with it", () => {
    const group = groupOf([ann, ben]);
    expect(
      tell(
        [ann, ben],
        [
          [group, "{A} <have> {A's} lunch."],
          [group, "{A} <be> glad."],
        ],
      ),
    ).toEqual(["Ann and Ben had their lunch.", "they were glad."]);
  });

  it("calls an organisation it", () => {
    const club = organisation("the chess club");
    expect(
      tell(
        [club],
        [
          [club, "{A} <bake> cakes."],
          [club, "People <thank/2> {him}."],
        ],
      ),
    ).toEqual(["the chess club baked cakes.", "People thanked it."]);
  });

  it("says the day once, until it changes", () => {
    expect(
      tell(
        [ann],
        [
          [ann, "{A} <pick> apples.", {}, "on Monday"],
          [ann, "{A} <eat> one.", {}, "on Monday"],
          [ann, "Then {A} <rest>.", {}, "on Tuesday"],
        ],
      ),
    ).toEqual(["on Monday, Ann picked apples.", "she ate one.", "on Tuesday, then she rested."]);
  });

  it("complains about a place that nothing fills", () => {
    expect(() => tell([ann], [[ann, "{A} <pick> {n}."]])).toThrow(/Nothing fills \{n\}/);
  });
});
