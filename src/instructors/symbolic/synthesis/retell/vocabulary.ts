import type { Agent } from "../language/agent.ts";
import type { Noun } from "../language/noun.ts";

/**
 * A sentence with places to fill: `{A}` the one it is about, `{n}` a stated amount, `{all}` an amount told before, ...
 * Verbs stand in their base form in angle brackets and take tense and number: `<pick>` agrees with `{A}`, `<be/1>` is
 * singular, `<be/2>` plural, `<pick/base>` stays.
 */
export type Template = string;

/** What is counted or measured in a theme: apples, crates, dollars, hours. */
export interface Unit {
  readonly noun: Noun;
  readonly kind: "things" | "money" | "time";
  /** What all of it is called: "apples", "money", "water". */
  readonly collective: string;
  /** Verbs for how agents come by it, of which a story uses one: "pick", "gather". */
  readonly obtain: readonly string[];
  /** Whether what agents come by stays with them: apples do; miles ridden and parcels delivered do not. */
  readonly kept: boolean;
  /** Whether some of it takes longer than one of the days that a story may tell apart. */
  readonly lasting: boolean;
  /** What one stated amount may be. */
  readonly amounts: readonly number[];
  /** The largest amount that anything in a story may come to. */
  readonly most: number;
  /** Adjectives that tell apart amounts of one agent: "red", "green". */
  readonly varieties: readonly string[];
  /** Places or sources that tell apart amounts of one agent: "from the raffle", "in the north field". */
  readonly origins: readonly string[];
  /** Other ways to state an amount `{n}`. */
  readonly statements: readonly Template[];
  /** `{A}` comes by `{more}`. */
  readonly gains: readonly Template[];
  /** `{A}` loses `{n}`. */
  readonly losses: readonly Template[];
  /** `{A}` loses `{share}` of `{all}`. */
  readonly lostShares: readonly Template[];
  /** `{A}` wants `{n}`. */
  readonly needs: readonly Template[];
  readonly traits: readonly Trait[];
  /** Who or what an amount is shared among. */
  readonly recipients: readonly Recipient[];
  /** Larger units of which readers know the size: "dozen eggs", a week of days. */
  readonly larger: readonly { readonly noun: Noun; readonly factor: number }[];
}

export interface Recipient {
  readonly noun: Noun;
  /** A person has a name, and the story may follow one of them. */
  readonly person: boolean;
}

/** What may be true of a part of a unit's things. */
export interface Trait {
  /** With its verb: "<be/2> ripe". */
  readonly predicate: string;
  readonly negated: string;
  /** The part that has the trait: "ripe apples". */
  readonly part: string;
}

/** How many of one unit go with one of another: apples to a crate, dollars to an apple, pages to an hour. */
export interface Link {
  readonly one: Unit;
  readonly many: Unit;
  /** What `one` is called here, where its own name says too little: "crate of apples". */
  readonly label: Noun;
  /** Whether it brings the agent something, or takes it away. */
  readonly direction: "in" | "out";
  /** Whether it comes after all that happened to the `one`s, so that it may concern what is left or a part of them. */
  readonly afterwards: boolean;
  /** Whether it takes longer than one of the days that a story may tell apart. */
  readonly lasting: boolean;
  /** Plausible sizes of the rate, and of how many `one`s a sentence states. */
  readonly rates: readonly number[];
  readonly counts: readonly number[];
  readonly text: LinkText;
}

/** `{c}` is the number of `one`s, `{r}` the rate, `{x}` an amount of `many`, `{all}` what was told before. */
export interface LinkText {
  /** Both stated in one sentence. */
  readonly both: readonly Template[];
  /** The rate, after the number of `one`s was told. */
  readonly rate: readonly Template[];
  /** The rate by itself, as a fact that several amounts rest on. */
  readonly fact: readonly Template[];
  /** The number of `one`s, after the rate was told. */
  readonly count: readonly Template[];
  /** After both were told: what brings them together; nothing where that goes without saying. */
  readonly join: readonly Template[];
  /** Both stated for something wanted. */
  readonly wanted: readonly Template[];
  /** `{x}` for `{c}`, which fixes the rate; and the number of `one`s to which it applies then. */
  readonly example: readonly Template[];
  readonly likewise: readonly Template[];
  /** What is told is put into `one`s at this rate; asks for how many. */
  readonly pack: Exchange | null;
  /** What is wanted is reached at this rate; asks for how many `one`s. */
  readonly reach: Exchange | null;
  /** What is told is spread over `{c}`; asks for the rate. */
  readonly spread: Spread | null;
  /** What is wanted is reached in `{c}`; asks for the rate. */
  readonly schedule: Exchange | null;
  /** Two kinds of `one` whose rates are compared. */
  readonly kinds: Kinds | null;
  /** The rate was `{r}` and changes. */
  readonly changes: Changes | null;
  /** One `one` has `{rows}` rows of `{r}`. */
  readonly rows: readonly Template[];
  /** One `one` takes several amounts: `{parts}` lists them. */
  readonly parts: Parts | null;
  /** Question and step for an amount of `many` that comes of it; the unit's own where absent. */
  readonly ask: readonly Template[];
  readonly step: readonly Template[];
}

/** Something done with an amount, the question for what comes of it, and the line of the solution. */
export interface Exchange {
  readonly tell: readonly Template[];
  /** What is done once the rate was told: `{such}` are the `one`s that it holds for. */
  readonly rated: readonly Template[];
  readonly ask: readonly Template[];
  readonly step: readonly Template[];
}

export interface Spread extends Exchange {
  readonly taken: Taken | null;
}

/** What happens to `{c}` of the `one`s that an amount was spread over, and the question for what is in them. */
export type Taken = Pick<Exchange, "tell" | "ask" | "step">;

/** "A small crate holds {r} and a large crate holds {d} more": `{base}` and `{other}` are the kinds. */
export interface Kinds {
  readonly adjectives: readonly (readonly [string, string])[];
  readonly more: readonly Template[];
  readonly times: readonly Template[];
}

/** Changes of a price or a wage by `{d}` or by `{share}`. */
export interface Changes {
  readonly up: readonly Template[];
  readonly down: readonly Template[];
  readonly upShare: readonly Template[];
  readonly downShare: readonly Template[];
  readonly count: readonly Template[];
  readonly join: readonly Template[];
}

export interface Parts {
  readonly tell: readonly Template[];
  /** What follows each amount in the list: "for the ticket"; null where the varieties of `many` tell them apart. */
  readonly labels: readonly string[] | null;
}

/** A setting for stories. */
export interface Theme {
  readonly id: string;
  readonly agents: readonly Agent[];
  /** Sentences that set the scene for `{A}`. */
  readonly openings: readonly Template[];
  readonly units: readonly Unit[];
  readonly links: readonly Link[];
  /** What tells the days of a story apart: "on Monday". */
  readonly times: readonly (readonly string[])[];
}
