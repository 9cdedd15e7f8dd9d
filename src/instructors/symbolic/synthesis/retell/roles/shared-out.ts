import type { Agent } from "../../language/agent.ts";
import { newAgent } from "../bearers.ts";
import type { Story, Told } from "../story.ts";
import { isOwnNumber, place, question, remember, say, step } from "../telling.ts";
import { range } from "../value.ts";
import { figureWord, fixed } from "../words.ts";
import { ownPhrase, resultOf } from "./amounts.ts";
import type { Role } from "./role.ts";

/** "Ann shared the apples equally among four neighbours", one of whom the story may follow. */
export const sharedOut: Role = (story, { calculation, index, slot }) => {
  const { unit, bearer } = slot;
  if (calculation.kind !== "quotient" || slot.via || bearer.time || bearer.variety || bearer.origin) return null;
  if (unit.recipients.length === 0) return null;
  const [amount, count] = calculation.operands;
  if (!isOwnNumber(story, count)) return null;
  const told = story.plan.holding(story, amount, { unit, bearer: { ...bearer, agent: null }, via: null });
  if (!told || told.bearer.variety !== null || !place(story, count, range(2, 12))) return null;
  const recipient = story.random.pick(unit.recipients);
  const words = { all: told.phrase, c: figureWord(count), recipients: fixed(recipient.many) };
  const templates = [
    "{A} <share> {all} equally among {c} {recipients}.",
    "{A} <divide> {all} equally between {c} {recipients}.",
    "{c} {recipients} <get/2> equal shares of {all}.",
  ];
  if (!say(story, unit, told.bearer, templates, words)) return null;
  const last = index === story.graph.calculations.length - 1;
  return last ? eachShare(story, index, told, recipient.one) : shareOfOne(story, index, told, bearer.agent);
};

function eachShare(story: Story, index: number, { unit, bearer }: Told, recipient: string): Told {
  const words = { recipient: fixed(recipient) };
  step(story, index, unit, bearer, ["Each {recipient} <get/1> {calc}."], words);
  return remember(story, resultOf(index), {
    unit,
    bearer,
    state: "part",
    phrase: ownPhrase(unit, bearer),
    ask: question(story, unit, bearer, ["{howMany} <do/1> each {recipient} get?"], words),
  });
}

/** The story goes on with one of those who got a share. */
function shareOfOne(story: Story, index: number, told: Told, agent: Agent | null): Told | null {
  const one = agent ?? newAgent(story);
  if (!one) return null;
  const { unit } = told;
  const bearer = { agent: one, time: null, variety: null, origin: null };
  if (!say(story, unit, bearer, ["One of them <be/1> {A}.", "{A} <be/1> one of them."])) return null;
  step(story, index, unit, bearer, ["{A} <get> {calc}."]);
  return remember(story, resultOf(index), {
    unit,
    bearer,
    state: "now",
    phrase: ownPhrase(unit, bearer),
    ask: question(story, unit, bearer, ["{howMany} <do> {A} get?"]),
  });
}
