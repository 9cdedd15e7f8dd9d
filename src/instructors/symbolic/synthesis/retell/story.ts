import type { Random } from "../../../../foundation/random.ts";
import type { CalculationGraph, Term } from "../chain/calculation.ts";
import type { Agent } from "../language/agent.ts";
import type { Sentence, Word, Words } from "./sentence.ts";
import type { Choices } from "./value.ts";
import type { Link, Template, Theme, Unit } from "./vocabulary.ts";

/** Whose amount it is, and what tells it apart from other amounts of the same unit. */
export interface Bearer {
  readonly agent: Agent;
  readonly time: string | null;
  readonly variety: string | null;
  readonly origin: string | null;
}

/** A bearer of whom it is open who it will be. */
export type OpenBearer = Omit<Bearer, "agent"> & { readonly agent: Agent | null };

export const anyone: OpenBearer = { agent: null, time: null, variety: null, origin: null };

/**
 * What an amount of the chain became in the story. Only what was obtained and is still whole (`fresh`) can be compared
 * with other amounts; `left` is what remains, `now` what an amount grew to, `part` a part with a name of its own.
 */
export interface Told {
  readonly unit: Unit;
  readonly bearer: Bearer;
  readonly state: "fresh" | "left" | "now" | "part" | "wanted" | "missing";
  /** How sentences refer to all of it: "the remaining apples". */
  readonly phrase: Word;
  /** Ways to ask for it. */
  readonly ask: Question;
}

export interface Question {
  readonly templates: readonly Template[];
  readonly words: Words;
  readonly agent: Agent;
}

/** What a rate of the chain became in the story. */
export interface ToldRate {
  readonly link: Link;
  /** How the number of `one`s is stated, and how both are brought together. */
  readonly count: readonly Template[];
  readonly join: readonly Template[];
  /** Question and step for what comes of both; the unit's own where empty. */
  readonly ask: readonly Template[];
  readonly step: readonly Template[];
  /** The kind of `one` that it holds for: "large". */
  readonly kind: string | null;
  /** What the number of `one`s has to obey: fewer than there are, other than in the example. */
  readonly obeys: ((count: Term) => Condition) | null;
}

/** A line of the solution: one calculation of the chain. */
export interface Step {
  readonly calculation: number;
  readonly unit: Unit;
  readonly variety: string | null;
  readonly sentence: Sentence;
}

/** The bounds of a result. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
  /** Money may come with cents; everything else is counted whole. */
  readonly cents: boolean;
}

/** Something the numbers must obey beyond their choices: fewer crates sold than there are. */
export type Condition = (numberOf: (term: Term) => number) => boolean;

/**
 * A rate that was told, and what it holds for: everybody ("each crate holds 12 apples"), all that one agent has ("each
 * of Ann's crates"), or one amount alone ("2 crates with 12 apples each").
 */
export interface Ruling {
  readonly link: Link;
  readonly agent: Agent;
  readonly holdsFor: "everybody" | "agent" | "amount";
}

/** All that planning has decided so far. Replaced, never changed, so that going back is keeping an older one. */
export interface StoryState {
  readonly amounts: ReadonlyMap<string, Told>;
  readonly rates: ReadonlyMap<string, ToldRate>;
  readonly sentences: readonly Sentence[];
  readonly steps: readonly Step[];
  /** What each stated number may be; a number that stands here has its place in the story. */
  readonly choices: ReadonlyMap<number, Choices>;
  readonly bounds: ReadonlyMap<number, Bounds>;
  readonly conditions: readonly Condition[];
  readonly agents: readonly Agent[];
  /** Terms whose things are gone, packed or shared out: they cannot be used up once more. */
  readonly usedUp: ReadonlySet<string>;
  /** The rates told so far. */
  readonly rulings: readonly Ruling[];
  /** Templates told, so that no sentence comes twice. */
  readonly used: ReadonlySet<Template>;
}

/** A story while it is being planned. */
export interface Story {
  readonly graph: CalculationGraph;
  readonly theme: Theme;
  readonly random: Random;
  /** What tells the days of this story apart. */
  readonly times: readonly string[];
  /** The verb that this story uses for how agents come by a unit. */
  readonly verbs: ReadonlyMap<Unit, string>;
  readonly plan: Planner;
  state: StoryState;
}

/** Plans how a term of the chain is told; null or false where no typed reading of it was found. */
export interface Planner {
  /** As an amount that someone has come by. */
  holding(story: Story, term: Term, slot: HoldingSlot): Told | null;
  /** As an amount that someone wants. */
  wanted(story: Story, term: Term, slot: HoldingSlot): Told | null;
  /** As something taken from an amount already told. */
  outflow(story: Story, term: Term, from: Told, whole: Term): boolean;
  /** As so many of one unit for each of another. */
  rate(story: Story, term: Term, link: Link, bearer: Bearer): ToldRate | null;
}

export interface HoldingSlot {
  readonly unit: Unit;
  readonly bearer: OpenBearer;
  /** The link by which the amount must come about; null for any way. */
  readonly via: Link | null;
}

export const emptyState: StoryState = {
  amounts: new Map(),
  rates: new Map(),
  sentences: [],
  steps: [],
  choices: new Map(),
  bounds: new Map(),
  conditions: [],
  agents: [],
  usedUp: new Set(),
  rulings: [],
  used: new Set(),
};

/** The first of several attempts that succeeds; a failed one leaves no trace in the story. */
export function firstOf<T>(story: Story, attempts: Iterable<() => T | null>): T | null {
  const before = story.state;
  for (const attempt of attempts) {
    const result = attempt();
    if (result !== null) return result;
    story.state = before;
  }
  return null;
}
