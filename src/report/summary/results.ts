import type { Benchmark, ReportData } from "../report-data.ts";
import type { Comparison } from "./comparison.ts";
import { comparePaired, lastIterationOf, type PairedProblem, pairedProblems } from "./paired-problems.ts";
import type { Domain, DomainResult, Margin, Result } from "./summary.ts";

export const domains: readonly Domain[] = ["in-domain", "out-of-domain"];

/** Every arm after every iteration against the base model, per benchmark. */
export function resultsOf(data: ReportData): Result[] {
  return evaluatedModels(data).flatMap((model) =>
    data.benchmarks.flatMap((benchmark) => {
      const pairs = pairedProblems(data, [benchmark], "base", model);
      const overall = comparePaired(pairs);
      if (!overall) return [];
      const skills = compareGroups(pairs, ({ problem }) =>
        problem.skill === undefined ? [] : [problem.skill],
      );
      const errorTypes = compareGroups(pairs, ({ problem }) => problem.errorTypeIds);
      return [
        {
          ...model,
          benchmarkId: benchmark.id,
          overall,
          skills: skills.map(([skill, comparison]) => ({ skill, ...comparison })),
          errorTypes: errorTypes.map(([errorTypeId, comparison]) => ({ errorTypeId, ...comparison })),
        },
      ];
    }),
  );
}

/** Every arm after every iteration against the base model, over all benchmarks of a domain. */
export function domainResultsOf(data: ReportData): DomainResult[] {
  return evaluatedModels(data).flatMap((model) =>
    domains.flatMap((domain) => {
      const pairs = pairedProblems(data, benchmarksIn(data, domain), "base", model);
      const comparison = comparePaired(pairs);
      return comparison ? [{ ...model, domain, comparison }] : [];
    }),
  );
}

/** The method against every control, each after its last iteration. */
export function marginsOf(data: ReportData): Margin[] {
  const method = data.arms.find(({ role }) => role === "method");
  const methodIteration = method ? lastIterationOf(data, method.id) : null;
  if (!method || methodIteration === null) return [];
  const after = { armId: method.id, iteration: methodIteration };

  return data.arms.flatMap((control) => {
    const iteration = lastIterationOf(data, control.id);
    if (control.role === "method" || iteration === null) return [];
    return domains.flatMap((domain) => {
      const before = { armId: control.id, iteration };
      const comparison = comparePaired(pairedProblems(data, benchmarksIn(data, domain), before, after));
      return comparison ? [{ controlId: control.id, domain, comparison }] : [];
    });
  });
}

const benchmarksIn = (data: ReportData, domain: Domain): Benchmark[] =>
  data.benchmarks.filter((benchmark) => benchmark.domain === domain);

/** The (arm, iteration) pairs that were evaluated, in the order of the arms and by iteration. */
export function evaluatedModels(data: ReportData): { armId: string; iteration: number }[] {
  return data.arms.flatMap(({ id }) => {
    const iterations = data.evaluations.filter(({ armId }) => armId === id).map(({ iteration }) => iteration);
    return [...new Set(iterations)].sort((a, b) => a - b).map((iteration) => ({ armId: id, iteration }));
  });
}

/** A comparison per group, by name; a problem may belong to several groups or to none. */
function compareGroups(
  pairs: readonly PairedProblem[],
  groupsOf: (pair: PairedProblem) => readonly string[],
): [string, Comparison][] {
  const groups = new Map<string, PairedProblem[]>();
  for (const pair of pairs) {
    for (const group of groupsOf(pair)) {
      const members = groups.get(group);
      if (members) members.push(pair);
      else groups.set(group, [pair]);
    }
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([group, members]) => {
      const comparison = comparePaired(members);
      return comparison ? [[group, comparison] as [string, Comparison]] : [];
    });
}
