import type { Random } from "../../../../foundation/random.ts";
import type { ProblemDraft } from "../../../instructor.ts";
import { type CalculationGraph, termKey } from "../chain/calculation.ts";
import { splitSharedNumbers } from "../chain/split-shared.ts";
import { capitalised } from "../language/capitalised.ts";
import { calculationText, plain } from "./calculation-text.ts";
import { chooseNumbers } from "./choose-numbers.ts";
import { joinSentences } from "./join-sentences.ts";
import { planner, planStory } from "./planner.ts";
import { type Sentence, textOf } from "./sentence.ts";
import { emptyState, type Story, type Told } from "./story.ts";
import type { Value } from "./value.ts";
import type { Theme } from "./vocabulary.ts";
import { createVoice, type Manner } from "./voice.ts";

/**
 * Tells a chain of operations as a new story: the same calculations on the same results in the same order, with other
 * people, things and numbers.
 *
 * Null where the theme gives no typed reading of the chain, or no plausible numbers were found for it.
 */
export function retell(graph: CalculationGraph, theme: Theme, random: Random): ProblemDraft | null {
  return tellStory(graph, theme, random) ?? tellStory(splitSharedNumbers(graph), theme, random);
}

function tellStory(graph: CalculationGraph, theme: Theme, random: Random): ProblemDraft | null {
  const times = random.pick(theme.times);
  const verbs = new Map(
    theme.links.flatMap(({ one, many }) => [one, many]).map((unit) => [unit, random.pick(unit.obtain)]),
  );
  const story: Story = { graph, theme, random, times, verbs, plan: planner, state: emptyState };
  const asked = planStory(story);
  if (!asked) return null;
  const values = chooseNumbers(graph, story.state, random);
  if (!values) return null;
  const manner: Manner = {
    tense: random.next() < 0.6 ? "past" : "present",
    spelled: random.next() < 0.4,
    numberFor: (term) => values.get(termKey(term))!,
    agents: story.state.agents,
  };
  return { question: questionText(story, asked, manner), solution: solutionText(story, values, manner) };
}

function questionText(story: Story, asked: Told, manner: Manner): string {
  const { random } = story;
  const voice = createVoice(manner);
  const told = [
    joinSentences(opening(story), voice, random),
    joinSentences(story.state.sentences, voice, random),
  ]
    .join(" ")
    .trim();
  const { templates, words, agent } = asked.ask;
  const alone = story.state.agents.length === 1;
  const ask = { template: random.pick(templates), words, agent, time: null };
  return `${told} ${capitalised(textOf(ask, alone && random.next() < 0.5 ? voice : createVoice(manner)))}`;
}

/** A sentence that sets the scene, for stories that do not fill the page by themselves. */
function opening({ theme, random, state }: Story): Sentence[] {
  const agent = state.sentences[0]?.agent;
  if (!agent || agent.plural || theme.openings.length === 0 || random.next() < 0.5) return [];
  return [{ template: random.pick(theme.openings), agent, time: null, words: {} }];
}

function solutionText(story: Story, values: ReadonlyMap<string, Value>, manner: Manner): string {
  const lines = story.state.steps.map(({ calculation, unit, variety, sentence }) => {
    const result = values.get(`result ${calculation}`)!;
    const text = calculationText(story.graph.calculations[calculation]!, result, values, unit, variety);
    const voice = createVoice(manner);
    return capitalised(
      textOf({ ...sentence, time: null, words: { ...sentence.words, calc: () => text } }, voice),
    );
  });
  const answer = values.get(`result ${story.graph.calculations.length - 1}`) as number;
  return [...lines, `#### ${plain(answer)}`].join("\n");
}
