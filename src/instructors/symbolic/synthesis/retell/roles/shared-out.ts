import { type Term, usesOf } from "../../chain/calculation.ts";
import type { Agent } from "../../language/agent.ts";
import { noun } from "../../language/noun.ts";
import { newAgent } from "../bearers.ts";
import type { Word } from "../sentence.ts";
import { firstOf, type Story, type Told } from "../story.ts";
import { isOwnNumber, place, question, remember, say, step, useUp } from "../telling.ts";
import { range } from "../value.ts";
import type { Recipient, Unit } from "../vocabulary.ts";
import { figureWord, fixed } from "../words.ts";
import { ownPhrase, resultOf } from "./amounts.ts";
import type { Role } from "./role.ts";

/** "Ann shared the apples equally among four neighbors", one of whom the story may follow. */
export const sharedOut: Role = (story, { calculation, index, slot }) => {
  const { unit, bearer } = slot;
  if (calculation.kind !== "quotient" || slot.via || bearer.time || bearer.variety || bearer.origin)
    return null;
  const [amount, count] = calculation.operands;
  const last = index === story.graph.calculations.length - 1;
  const told = story.plan.holding(story, amount, { unit, bearer: { ...bearer, agent: null }, via: null });
  if (!told || told.bearer.variety !== null || !useUp(story, amount)) return null;
  const recipients = story.random.shuffle(
    unit.recipients.filter(({ noun: { many }, person }) => (last || person) && !story.state.used.has(many)),
  );
  if (recipients.length === 0) return null;
  const among = firstOf(story, [
    () => oneGroup(story, count, recipients),
    () => twoGroups(story, count, recipients, told),
  ]);
  const templates = [
    "{A} <share> {all} equally among {recipients}.",
    "{A} <divide> {all} equally between {recipients}.",
    "{A} <give> equal shares of {all} to {recipients}.",
  ];
  if (!among || !say(story, unit, told.bearer, templates, { all: told.phrase, recipients: among.all }))
    return null;
  story.state = { ...story.state, used: new Set([...story.state.used, ...among.named]) };
  return last ? eachShare(story, index, told, among.each) : shareOfOne(story, index, told, bearer.agent);
};

interface Among {
  /** "four neighbors". */
  readonly all: Word;
  /** "each neighbor". */
  readonly each: string;
  /** The nouns in it: no others of that name may get a share later. */
  readonly named: readonly string[];
}

function oneGroup(story: Story, count: Term, [recipient]: readonly Recipient[]): Among | null {
  if (!isOwnNumber(story, count) || !place(story, count, range(2, 12))) return null;
  const { one, many } = recipient!.noun;
  return { all: (voice) => `${figureWord(count)(voice)} ${many}`, each: `each ${one}`, named: [many] };
}

/** "Three cousins and four neighbors": they are counted together first. */
function twoGroups(
  story: Story,
  count: Term,
  recipients: readonly Recipient[],
  { unit, bearer }: Told,
): Among | null {
  if (
    count.kind === "number" ||
    recipients.filter(({ person }) => person).length < 2 ||
    usesOf(story.graph, count) > 1
  )
    return null;
  const calculation = story.graph.calculations[count.calculation]!;
  if (calculation.kind !== "sum" || calculation.operands.length !== 2) return null;
  const [first, second] = calculation.operands as [Term, Term];
  for (const term of [first, second]) {
    if (!isOwnNumber(story, term) || !place(story, term, range(2, 9))) return null;
  }
  const people: Unit = { ...unit, kind: "things", noun: noun("person") };
  step(story, count.calculation, people, bearer, ["In all, that is {calc}."]);
  const [one, other] = recipients.filter(({ person }) => person).map((recipient) => recipient.noun.many) as [
    string,
    string,
  ];
  return {
    all: (voice) => `${figureWord(first)(voice)} ${one} and ${figureWord(second)(voice)} ${other}`,
    each: "each of them",
    named: [one, other],
  };
}

function eachShare(story: Story, index: number, { unit, bearer }: Told, each: string): Told {
  const words = { each: fixed(each) };
  step(story, index, unit, bearer, ["{each} <get/1> {calc}."], words);
  return remember(story, resultOf(index), {
    unit,
    bearer,
    state: "part",
    phrase: ownPhrase(unit, bearer),
    ask: question(story, unit, bearer, ["{howMany} <do/1> {each} get?"], words),
  });
}

/** The story goes on with one of those who got a share, which is nothing that they made themselves. */
function shareOfOne(story: Story, index: number, { unit }: Told, agent: Agent | null): Told | null {
  const one = agent ?? newAgent(story);
  if (!one) return null;
  const bearer = { agent: one, time: null, variety: null, origin: null };
  if (!say(story, unit, bearer, ["One of them <be/1> {A}.", "{A} <be/1> one of them."])) return null;
  step(story, index, unit, bearer, ["{A} <get> {calc}."]);
  return remember(story, resultOf(index), {
    unit,
    bearer,
    state: "left",
    phrase: ownPhrase(unit, bearer),
    ask: question(story, unit, bearer, ["{howMany} <do> {A} get?"]),
  });
}
