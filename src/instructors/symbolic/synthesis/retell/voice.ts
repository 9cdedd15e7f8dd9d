import type { Term } from "../chain/calculation.ts";
import { type Agent, possessive } from "../language/agent.ts";
import type { Tense } from "../language/verb.ts";
import type { Value } from "./value.ts";
import type { Template } from "./vocabulary.ts";

/** How a story is told, and what its reader has in mind: whom "she" means, which day it is. */
export interface Voice {
  readonly tense: Tense;
  /** Whether small numbers are written in words. */
  readonly spelled: boolean;
  /** The day that the last sentence told of. */
  readonly time: string | null;
  numberFor(term: Term): Value;
  /** An agent as a subject, a possessive, an object: the name, or a pronoun where only one agent can be meant. */
  subject(agent: Agent): string;
  possessive(agent: Agent): string;
  object(agent: Agent): string;
  /** Another agent, by name. */
  mention(agent: Agent): string;
  begin(): void;
  end(said: Said): void;
}

/** What a sentence leaves in the reader's mind. */
export interface Said {
  readonly template: Template;
  readonly agent: Agent;
  readonly time: string | null;
}

export interface Manner {
  readonly tense: Tense;
  readonly spelled: boolean;
  readonly numberFor: (term: Term) => Value;
  /** All that the story is about: with several women in it, "she" needs care. */
  readonly agents: readonly Agent[];
}

/** A voice that has said nothing yet. */
export function createVoice({ tense, spelled, numberFor, agents }: Manner): Voice {
  let inMind: Agent | null = null;
  let named: Agent[] = [];
  let time: string | null = null;
  let first = true;

  const isClear = (agent: Agent): boolean => {
    if (named.includes(agent)) return rivals(agent).every((rival) => !named.includes(rival));
    return inMind === agent && named.length === 0;
  };
  const rivals = (agent: Agent): Agent[] =>
    agents.filter((other) => other !== agent && other.pronoun === agent.pronoun);
  const refer = (agent: Agent, pronoun: string, name: string): string => {
    const clear = isClear(agent);
    named.push(agent);
    return clear ? pronoun : name;
  };
  return {
    tense,
    spelled,
    numberFor,
    get time() {
      return time;
    },
    subject: (agent) => refer(agent, agent.pronoun.subject, agent.name),
    possessive: (agent) => refer(agent, agent.pronoun.possessive, possessive(agent.name)),
    object: (agent) => refer(agent, agent.pronoun.object, agent.name),
    mention: (agent) => {
      named.push(agent);
      return agent.name;
    },
    begin() {
      named = [];
    },
    end(said) {
      const { agent, template } = said;
      // "That was twice as many as Ann picked. She ...": who? Only the subject of a sentence is in mind afterwards.
      if (/^(?:In total, )?\{A/.test(template) || first) inMind = clearSubject(agent, new Set(named));
      else if (named.some((other) => other !== inMind)) inMind = null;
      time = said.time ?? time;
      first = false;
    },
  };

  function clearSubject(agent: Agent, mentioned: ReadonlySet<Agent>): Agent | null {
    return mentioned.has(agent) && rivals(agent).every((rival) => !mentioned.has(rival)) ? agent : null;
  }
}
