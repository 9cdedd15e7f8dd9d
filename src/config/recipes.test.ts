import { describe, expect, it } from "vitest";
import { dependenciesOf, originsOf } from "../engine/dependencies.ts";
import { planRun } from "../engine/recipe.ts";
import { recipes } from "./recipes.ts";

const given = ["seedProblems", "devProblems", "benchmarkProblems"] as const;

describe("sei", () => {
  const dependencies = dependenciesOf(planRun(recipes.sei, { iterations: 2, given }), new Set(given));

  it("trains its controls beside the last training of the method", () => {
    for (const control of ["random-selection", "untargeted"]) {
      const origins = originsOf(dependencies, `${control}/end/train`);
      expect(origins).toContain("method/2/synthesize");
      expect(origins).not.toContain("method/2/train");
    }
  });

  it("lets nothing wait for a measurement", () => {
    const readers = [...dependencies].filter(([, reads]) => reads.some((id) => id.endsWith("/evaluate")));
    expect(readers.map(([id]) => id)).toEqual(["method/start/diagnose-benchmarks"]);
  });
});
