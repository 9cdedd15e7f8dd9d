import { describe, expect, it } from "vitest";
import { openings } from "../../instructors/llm/lemma/openings.ts";
import { turnsBack } from "./turns-back.ts";

describe("turnsBack", () => {
  it.each(openings)("hears the turn that instructors write: %s", (opening) => {
    expect(turnsBack(`\n${opening} the total is 12.\n#### 12`)).toBe(true);
  });

  it.each([
    "\nHold on, 28 / 7 is 4, not 5.\n#### 4",
    "\nNo, that is the wrong operation.",
    "\nEach gets 5 eggs. Wait, it must be 28 / 7.",
    "\nI made an arithmetic error above.",
    "\nThis step is incorrect. The right total is 12.",
    "\nLet's recalculate: 3 * 4 = 12.",
    "\nThat doesn't add up.",
  ])("hears %j", (text) => expect(turnsBack(text)).toBe(true));

  it.each([
    "",
    "\nThey wait 10 minutes.\n#### 10",
    "\nNo apples are left.",
    "\nNo. of boxes: 12 / 3 = 4",
    "\nThe train starts again at 5.",
    "\nShe checks out 4 books and has no more than 12.",
    "\nThe probability of an error is 0.1.",
    "\nOf her answers 4 were wrong.",
  ])("hears no turn in %j", (text) => expect(turnsBack(text)).toBe(false));
});
