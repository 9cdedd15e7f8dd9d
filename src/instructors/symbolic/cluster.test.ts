import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cluster } from "./cluster.ts";
import { taxonomy } from "./taxonomy.ts";

describe("cluster", () => {
  it("groups keyphrases into the types of the taxonomy, in its order", () => {
    const types = cluster(["off by one in a count", "multiplication slip", "addition slip"]);
    expect(types.map(({ id, keyphrases }) => [id, keyphrases])).toEqual([
      ["arithmetic-slips", ["multiplication slip", "addition slip"]],
      ["counting", ["off by one in a count"]],
    ]);
  });

  it("puts a phrase that fits two types into both", () => {
    expect(cluster(["left an amount out of the sum"]).map(({ id }) => id)).toEqual([
      "missing-step",
      "counting",
    ]);
  });

  it("finds the type of a phrase in other words", () => {
    const typeOf = (keyphrase: string) => cluster([keyphrase]).map(({ id }) => id);
    expect(typeOf("Unit conversion of time was not done")).toContain("units");
    expect(typeOf("slip in multiplication")).toEqual(["arithmetic-slips"]);
    expect(typeOf("adding instead of subtraction")).toContain("addition-or-subtraction");
    expect(typeOf("misread Roman numerals")).toEqual(["other"]);
  });

  it("covers every phrase, and lists none twice in a type", () => {
    const known = taxonomy.flatMap(({ keyphrases }) => [...keyphrases]);
    const phrases = fc.array(fc.oneof(fc.constantFrom<string>(...known), fc.lorem({ maxCount: 4 })));
    fc.assert(
      fc.property(phrases, (keyphrases) => {
        const types = cluster([...keyphrases, ...keyphrases]);
        expect(new Set(types.flatMap((type) => type.keyphrases))).toEqual(new Set(keyphrases));
        for (const type of types) expect(new Set(type.keyphrases).size).toBe(type.keyphrases.length);
      }),
    );
  });

  it("is empty for no phrases", () => {
    expect(cluster([])).toEqual([]);
  });
});

describe("taxonomy", () => {
  it("has unique ids and names, and no phrase twice in a type", () => {
    expect(new Set(taxonomy.map(({ id }) => id)).size).toBe(taxonomy.length);
    expect(new Set(taxonomy.map(({ name }) => name)).size).toBe(taxonomy.length);
    for (const { keyphrases } of taxonomy) expect(new Set(keyphrases).size).toBe(keyphrases.length);
  });

  it("has no number in a keyphrase apart from the hundred of percentages", () => {
    const withNumbers = taxonomy.flatMap(({ keyphrases }) =>
      keyphrases.filter((phrase) => /\d/.test(phrase)),
    );
    expect(withNumbers).toEqual(["did not divide the percentage by 100"]);
  });
});
