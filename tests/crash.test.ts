import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "../src/foundation/random.ts";
import { type CrashBench, createCrashBench, type Request, type RunResult } from "./support/crash-bench.ts";

/** As in the crash program: each of its models holds so many requests in flight. */
const concurrency = 3;
const kills = 50;

const benches: CrashBench[] = [];
function newBench(): CrashBench {
  const bench = createCrashBench();
  benches.push(bench);
  return bench;
}
afterEach(() => {
  for (const bench of benches.splice(0)) bench.remove();
});

let undisturbed: { result: RunResult; lines: number; requests: number };
beforeAll(async () => {
  const bench = createCrashBench();
  const { code, lines, errors } = await bench.live();
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  undisturbed = { result: bench.result(), lines, requests: bench.asked().length };
  bench.remove();
});

/** Asked by one process, apart from what processes before it had asked. */
function lifeOf(bench: CrashBench): () => Request[] {
  const before = bench.asked().length;
  return () => bench.asked().slice(before);
}

function committedAmong(bench: CrashBench, requests: readonly Request[]): Set<string> {
  return bench.inspect((store) => {
    const keys = requests.map(([, key]) => key);
    return new Set(keys.filter((key) => store.response(key) !== undefined));
  });
}

/** How many requests each model was asked whose responses are not stored. */
function lostByModel(requests: readonly Request[], committed: ReadonlySet<string>): Map<string, number> {
  const lost = requests.filter(([, key]) => !committed.has(key));
  return new Map([...Map.groupBy(lost, ([model]) => model)].map(([model, { length }]) => [model, length]));
}

describe("a run", () => {
  it("asks for every response once", () => {
    expect(undisturbed.requests).toBeGreaterThan(400);
    expect(undisturbed.result.dump.length).toBeGreaterThan(500);
    expect(Object.keys(undisturbed.result.adapters).length).toBeGreaterThanOrEqual(4 * 3);
  });

  it(`that is killed at ${kills} moments ends like one that is not, and pays for nothing twice`, async () => {
    const random = createRandom("moments of death");
    let died = 0;
    while (died < kills) {
      const bench = newBench();
      let committed = new Set<string>();
      let lost = 0;
      for (let finished = false; !finished; ) {
        const newlyAsked = lifeOf(bench);
        const afterLines = random.integer(1, Math.ceil(undisturbed.lines / 6));
        const { code, errors } = await bench.live({ stop: { afterLines, with: "SIGKILL" } });
        expect(errors).toBe("");
        finished = code === 0;
        if (!finished) died += 1;

        const asked = newlyAsked();
        expect(asked.filter(([, key]) => committed.has(key))).toEqual([]);
        expect(new Set(asked.map(([, key]) => key)).size).toBe(asked.length);
        committed = committedAmong(bench, bench.asked());
        for (const [, count] of lostByModel(asked, committed)) {
          expect(count).toBeLessThanOrEqual(finished ? 0 : concurrency);
          lost += count;
        }
      }
      expect(bench.result()).toEqual(undisturbed.result);
      expect(committed.size).toBe(undisturbed.requests);
      expect(bench.asked().length).toBeLessThanOrEqual(undisturbed.requests + lost);
    }
  }, 180_000);

  it("that is interrupted ends cleanly, with its counts kept, and goes on", async () => {
    const random = createRandom("moments of interruption");
    const bench = newBench();
    for (let time = 0; time < 4; time++) {
      const afterLines = random.integer(20, Math.ceil(undisturbed.lines / 5));
      const { code, errors } = await bench.live({ stop: { afterLines, with: "SIGINT" } });
      expect({ code, errors }).toEqual({ code: 1, errors: "interrupted\n" });
      expect(committedAmong(bench, bench.asked()).size).toBeGreaterThan(0);
      for (const { state, items, counts } of bench.inspect((store) => store.steps())) {
        if (state === "running") expect(items.done + items.failed).toBeLessThanOrEqual(items.total);
        else expect(counts).not.toBeNull();
      }
    }
    expect(await bench.live()).toMatchObject({ code: 0, errors: "" });
    expect(bench.result()).toEqual(undisturbed.result);
  });

  it.skipIf(process.platform === "win32")(
    "that finds the disk full says so in one line and goes on once there is room, with nothing lost",
    async () => {
      const bench = newBench();
      for (const limitInBlocks of [300, 600, 900]) {
        const { code, errors } = await bench.live({ limitInBlocks });
        expect(code).toBe(1);
        expect(errors).toMatch(/^The run in \S+ cannot be stored: .+\.\n$/);
      }
      const committed = committedAmong(bench, bench.asked());
      const newlyAsked = lifeOf(bench);
      expect(await bench.live()).toMatchObject({ code: 0, errors: "" });
      expect(newlyAsked().filter(([, key]) => committed.has(key))).toEqual([]);
      expect(bench.result()).toEqual(undisturbed.result);
    },
  );
});
