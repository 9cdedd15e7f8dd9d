import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentKey } from "../../../foundation/content-key.ts";
import { ErrataError } from "../../../foundation/errors.ts";
import { createRandom } from "../../../foundation/random.ts";
import type { GenerationRequest } from "../../../models/language-model.ts";
import { createLlmInstructor } from "../create-llm-instructor.ts";
import type { ProtocolName } from "../protocols.ts";
import { scriptedModel } from "../scripted-model.fixture.ts";

const phrases = Array.from(
  { length: 250 },
  (_, index) => `cause ${String(index).padStart(3, "0")}, with a comma`,
);

/** The phrases that a prompt lists. */
const shownIn = ({ prompt }: GenerationRequest) =>
  [...prompt.matchAll(/^- (cause \d+, with a comma)$/gm)].map(([, phrase]) => phrase!);
const isMerge = ({ prompt }: GenerationRequest) => prompt.includes("should be one");
const typesOf = (types: Record<string, readonly string[]>) =>
  JSON.stringify({
    types: Object.entries(types).map(([name, keyphrases]) => ({
      name,
      explanation: `About ${name}.`,
      keyphrases,
    })),
  });
const noGroups = '{"groups": []}';

/** Sorts phrases by whether their number is even. */
const byParity = (request: GenerationRequest) => {
  if (isMerge(request)) return noGroups;
  const numberOf = (phrase: string) => Number(/\d+/.exec(phrase)![0]);
  const shown = shownIn(request);
  return typesOf({
    Even: shown.filter((phrase) => numberOf(phrase) % 2 === 0),
    Odd: shown.filter((phrase) => numberOf(phrase) % 2 === 1),
  });
};

async function cluster(
  script: Parameters<typeof scriptedModel>[0],
  { keyphrases = phrases, protocol = "sei" as ProtocolName, seed = "s" } = {},
) {
  const { model, requests } = scriptedModel(script);
  const remarks: string[] = [];
  const types = await createLlmInstructor({ model, protocol }).cluster({
    keyphrases,
    seed,
    onRemark: (remark) => remarks.push(remark),
  });
  return { types, requests, remarks };
}
const sizes = (types: Awaited<ReturnType<typeof cluster>>["types"]) =>
  Object.fromEntries(types.map(({ id, keyphrases }) => [id, keyphrases.length]));

describe("cluster", () => {
  it("makes types of the first phrases, and sorts the further ones in", async () => {
    const { types, requests } = await cluster(byParity);
    expect(sizes(types)).toEqual({ even: 125, odd: 125 });
    expect(types[0]).toMatchObject({ name: "Even", explanation: "About Even." });
    expect(requests.map((request) => shownIn(request).length)).toEqual([83, 83, 84, 0]);
    expect(requests[0]!.prompt).not.toContain("These types exist");
    expect(requests[1]!.prompt).toContain("- Even: About Even.");
  });

  it("shows phrases in an order that the seed decides and the alphabet does not", async () => {
    const orderOf = async (seed: string) => (await cluster(byParity, { seed })).requests.flatMap(shownIn);
    const order = await orderOf("s");
    expect(order.toSorted()).toEqual(phrases);
    expect(order).not.toEqual(phrases);
    expect(await orderOf("s")).toEqual(order);
    expect(await orderOf("another")).not.toEqual(order);
  });

  it("goes by the alphabet and joins nothing in the paper's protocol, which shows names alone", async () => {
    const { requests } = await cluster(byParity, { protocol: "sei-paper" });
    expect(requests.flatMap(shownIn)).toEqual(phrases);
    expect(requests.some(isMerge)).toBe(false);
    expect(requests[1]!.prompt).toContain("- Even\n");
    expect(requests[1]!.prompt).not.toContain("About Even.");
  });

  it("asks once more about phrases that were left out, and no more", async () => {
    const [a, b, c] = ["a", "b", "c"];
    const first = typesOf({ One: [a!] });
    const { types, requests } = await cluster([first, typesOf({ one: [b!] }), noGroups], {
      keyphrases: [a!, b!, c!],
    });
    expect(types).toEqual([{ id: "one", name: "One", explanation: "About One.", keyphrases: [a, b] }]);
    expect(requests).toHaveLength(2);
  });

  it("knows phrases again that are written a little differently, and none that nobody has", async () => {
    const keyphrases = ["wrong unit, then added", "Forgot “each”"];
    const said = typesOf({ All: ['"Wrong  unit, then added."', "forgot “each”", "invented"] });
    expect((await cluster([said], { keyphrases })).types[0]!.keyphrases).toEqual(keyphrases);
  });

  it("lets a phrase be of two types", async () => {
    const said = typesOf({ One: ["a"], Two: ["a", "b"] });
    const { types } = await cluster([said, noGroups], { keyphrases: ["a", "b"] });
    expect(sizes(types)).toEqual({ one: 1, two: 2 });
  });

  it("joins types that mean the same, under the name that is given to them", async () => {
    const types = typesOf({ "Unit mix-up": ["a"], Percentages: ["b"], "Units confused": ["c"] });
    const groups = JSON.stringify({
      groups: [
        { name: "Units", explanation: "Units.", members: ["Unit mix-up", "units  confused", "unknown"] },
        { name: "Alone", explanation: "", members: ["Percentages"] },
      ],
    });
    const joined = (await cluster([types, groups], { keyphrases: ["a", "b", "c"] })).types;
    expect(joined).toEqual([
      { id: "units", name: "Units", explanation: "Units.", keyphrases: ["a", "c"] },
      { id: "percentages", name: "Percentages", explanation: "About Percentages.", keyphrases: ["b"] },
    ]);
  });

  it("leaves types as they are where that answer cannot be read, and says so", async () => {
    const said = typesOf({ One: ["a"], Two: ["b"] });
    const { types, remarks } = await cluster([said, "none", "none"], { keyphrases: ["a", "b"] });
    expect(sizes(types)).toEqual({ one: 1, two: 1 });
    expect(remarks).toEqual([
      expect.stringMatching(/^error types that mean the same were not joined: instructor's answer not /),
    ]);
  });

  it("gives types with names that read the same ids of their own", async () => {
    const types = typesOf({ "Rates & ratios": ["a"], "Rates, ratios": ["b"], 比率: ["c"] });
    const ids = (await cluster([types, noGroups], { keyphrases: ["a", "b", "c"] })).types.map(({ id }) => id);
    expect(ids).toEqual(["rates-ratios", "rates-ratios-2", "type"]);
  });

  it("goes on after a call that failed, and asks for its phrases again", async () => {
    let calls = 0;
    const failingOnce = (request: GenerationRequest) => (calls++ === 0 ? "" : byParity(request));
    expect(sizes((await cluster(failingOnce)).types)).toEqual({ even: 125, odd: 125 });
  });

  it("fails with the reason where no call made a type", async () => {
    await expect(cluster(() => "", { keyphrases: ["a"] })).rejects.toThrow(
      "No error type was made of the keyphrases: instructor's answer empty",
    );
  });
});

describe("callsToCluster", () => {
  it.each([
    [2, "sei"],
    [100, "sei"],
    [101, "sei"],
    [250, "sei"],
    [250, "sei-paper"],
  ] as const)(
    "tells how often a model is asked that groups %i phrases well, by %s",
    async (count, protocol) => {
      const keyphrases = phrases.slice(0, count);
      const { requests } = await cluster(byParity, { keyphrases, protocol });
      const { model } = scriptedModel([]);
      expect(createLlmInstructor({ model, protocol }).callsToCluster!(count)).toBe(requests.length);
    },
  );
});

describe("cluster, of whatever a model answers", () => {
  /** A model that puts phrases into types, leaves some out and invents others, as a seed decides. */
  const careless = (answerSeed: string) => (request: GenerationRequest) => {
    if (isMerge(request)) return noGroups;
    const random = createRandom(answerSeed + contentKey(request.prompt));
    const shown = shownIn(request).filter(() => random.next() > 0.3);
    const types = Object.groupBy([...shown, "invented"], () => random.pick(["One", "Two", "one ", "Three"]));
    return random.next() < 0.2 ? "I have no idea." : typesOf(types as Record<string, string[]>);
  };

  it("gives types with names and ids of their own that hold only phrases that were asked about", async () => {
    const texts = fc.tuple(fc.string(), fc.integer({ min: 1, max: 250 }));
    await fc.assert(
      fc.asyncProperty(texts, async ([answerSeed, count]) => {
        const keyphrases = phrases.slice(0, count);
        const result = await cluster(careless(answerSeed), { keyphrases, seed: answerSeed }).catch(
          (error: unknown) => error,
        );
        if (ErrataError.isInstance(result)) return;
        const { types } = result as Awaited<ReturnType<typeof cluster>>;
        const names = types.map(({ name }) => name.trim().toLowerCase());
        expect(new Set(names).size).toBe(types.length);
        expect(new Set(types.map(({ id }) => id)).size).toBe(types.length);
        const held = types.flatMap((type) => type.keyphrases);
        expect(keyphrases).toEqual(expect.arrayContaining([...new Set(held)]));
      }),
      { numRuns: 50 },
    );
  });
});
