import { type Agent, groupOf } from "../language/agent.ts";
import type { Word } from "./sentence.ts";
import type { Bearer, HoldingSlot, OpenBearer, Story } from "./story.ts";
import type { Unit } from "./vocabulary.ts";
import { agentWord, fixed, nounOf } from "./words.ts";

/** What tells the amounts of one unit apart. */
export type Dimension = "agent" | "time" | "variety" | "origin";

const dimensions: readonly Dimension[] = ["agent", "time", "variety", "origin"];

/** Someone whom the story has not met; null where the theme has nobody left. */
export function newAgent(story: Story): Agent | null {
  const { agents } = story.state;
  const strangers = story.theme.agents.filter((agent) => !agents.includes(agent));
  if (strangers.length === 0) return null;
  const agent = story.random.pick(strangers);
  story.state = { ...story.state, agents: [...agents, agent] };
  return agent;
}

/** The bearer with somebody in it. */
export function settle(story: Story, bearer: OpenBearer): Bearer | null {
  const agent = bearer.agent ?? newAgent(story);
  return agent && { ...bearer, agent };
}

/** Bearers for several amounts of one unit that differ in one dimension alone; null where there are not enough. */
export function siblings(
  story: Story,
  slot: HoldingSlot,
  dimension: Dimension,
  count: number,
): Bearer[] | null {
  if (slot.bearer[dimension] !== null || (dimension === "time" && slot.unit.lasting)) return null;
  if (dimension === "agent") {
    const bearers = Array.from({ length: count }, () => settle(story, slot.bearer));
    return bearers.every((bearer) => bearer !== null) ? bearers : null;
  }
  const bearer = settle(story, slot.bearer);
  const values = valuesOf(story, slot.unit, dimension);
  if (!bearer || values.length < count) return null;
  return values.slice(0, count).map((value) => ({ ...bearer, [dimension]: value }));
}

function valuesOf(story: Story, unit: Unit, dimension: "time" | "variety" | "origin"): readonly string[] {
  switch (dimension) {
    case "time":
      return story.times;
    case "variety":
      return story.random.shuffle(unit.varieties);
    case "origin":
      return story.random.shuffle(unit.origins);
  }
}

/** The dimension in which two bearers differ, where it is one alone. */
export function differenceOf(a: Bearer, b: Bearer): Dimension | null {
  const different = dimensions.filter((dimension) => a[dimension] !== b[dimension]);
  return different.length === 1 ? different[0]! : null;
}

/** What stands after "as many as" or "more than": "Ben", "on Monday", "green apples". */
export function otherWord(unit: Unit, other: Bearer, dimension: Dimension): Word {
  switch (dimension) {
    case "agent":
      return agentWord(other.agent);
    case "variety":
      return fixed(nounOf(unit, other.variety).many);
    case "time":
    case "origin":
      return fixed(other[dimension]!);
  }
}

/** Whose amount it is when several bearers' amounts are taken together. */
export function together(bearers: readonly Bearer[], dimension: Dimension): Bearer {
  const [first] = bearers;
  if (dimension !== "agent") return { ...first!, [dimension]: null };
  return {
    ...first!,
    agent: groupOf(bearers.flatMap(({ agent }) => (agent.plural ? agent.members : [agent]))),
  };
}
