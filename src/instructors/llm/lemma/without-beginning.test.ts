import { describe, expect, it } from "vitest";
import { withoutBeginning } from "./without-beginning.ts";

const prefix = "Ann has 3 boxes.\n3 + 4 = 7";

describe("withoutBeginning", () => {
  it.each([
    ["the whole beginning", `${prefix}\nWait, no.`],
    ["the beginning with other white space", "Ann has 3 boxes.\n\n3 + 4 =  7 \nWait, no."],
    ["the last step", "3 + 4 = 7\nWait, no."],
    ["nothing", "\nWait, no."],
  ])("takes away %s", (_, text) => {
    expect(withoutBeginning(text, prefix)).toBe("Wait, no.");
  });

  it("takes away sentences on one line", () => {
    const sentences = "Ann has 3 boxes. That is 7 (3 + 4).";
    expect(withoutBeginning(`${sentences} Wait, no.`, sentences)).toBe("Wait, no.");
    expect(withoutBeginning("That is 7 (3 + 4). Wait, no.", sentences)).toBe("Wait, no.");
  });

  it("takes away the last steps, however many they are", () => {
    const three = "There are 2 bags. Ann has 3 boxes. That is 7 (3 + 4).";
    expect(withoutBeginning("Ann has 3 boxes. That is 7 (3 + 4). Wait, no.", three)).toBe("Wait, no.");
  });

  it("takes away a line of several sentences, or the last of them", () => {
    const line = "Ann has 3 boxes. She finds 4 more and has 3 + 4 = 7 of them";
    expect(withoutBeginning(`${line}\nWait, no.`, line)).toBe("Wait, no.");
    expect(withoutBeginning("She finds 4 more and has 3 + 4 = 7 of them\nWait, no.", line)).toBe("Wait, no.");
  });

  it.each(["Ann has 3 boxes.\n3 + 4 =", "Ann has 3 boxes.\nThat is $", "Ann has 3 boxes.\nThen (3 +"])(
    "goes on within the step that %j breaks off in",
    (broken) => {
      expect(withoutBeginning(`${broken} 12, no: 7.`, broken)).toBe("12, no: 7.");
      expect(withoutBeginning(`${broken.split("\n")[1]} 12, no: 7.`, broken)).toBe("12, no: 7.");
      expect(withoutBeginning("12, no: 7.", broken)).toBe("12, no: 7.");
    },
  );

  it.each(["3 + 4 = 7 is wrong.", "3 + 4 = 70\nWait, no.", "Wait, 3 + 4 = 7\nis wrong."])(
    "leaves %j as it is",
    (text) => {
      expect(withoutBeginning(text, prefix)).toBe(text);
    },
  );

  it("leaves nothing of what only repeats", () => {
    expect(withoutBeginning(prefix, prefix)).toBe("");
  });
});
