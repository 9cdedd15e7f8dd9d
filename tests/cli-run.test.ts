import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { claimRunFolder } from "../src/engine/run-folder.ts";
import { UnansweredError } from "../src/foundation/errors.ts";
import { type BenchOptions, createTestBench, type TestBench } from "./support/test-environment.ts";
import { toyConfig, writeConfig, writeToyProject } from "./support/toy-problems.ts";
import { createToyServices } from "./support/toy-services.ts";

let bench: TestBench;
afterEach(() => bench.remove());

function project(options: BenchOptions = {}): TestBench {
  bench = createTestBench(options);
  writeToyProject(bench.folder);
  return bench;
}

const inRun = (...path: string[]) => join(bench.folder, "runs", "toy", ...path);
const readRun = (...path: string[]) => readFileSync(inRun(...path), "utf8");

async function dump(run = inRun()): Promise<string> {
  await bench.errata("status", run, "--dump");
  return bench.output();
}

async function status(): Promise<string> {
  await bench.errata("status", inRun());
  return bench.output();
}

describe("errata run", () => {
  it("runs a configuration to its end and says where the report lies", async () => {
    project();
    expect(await bench.errata("run")).toBe(0);
    expect(bench.errors()).toContain("✓ iteration 1 · synthesize");
    expect(bench.output()).toMatch(/synthesize +sei +1 +16 +12 +4 +0/);
    expect(bench.output()).toContain("iteration 1 · synthesize: 2 arithmetic-wrong, 2 quota-reached\n");
    expect(bench.output()).toContain(`Report: ${inRun("report.html")}\nSummary: ${inRun("summary.json")}\n`);
    const { run, results } = JSON.parse(readRun("summary.json"));
    expect(run.complete).toBe(true);
    expect(results.at(0).overall.after.value).toBeGreaterThan(results.at(0).overall.before.value);
    expect(readRun("report.html")).toContain("toy");
    expect(JSON.parse(readRun("config.json"))).toMatchObject({
      config: { name: "toy", seed: "0" },
      services: { target: "toy@1" },
      finishedAt: expect.any(String),
    });
  });

  it("asks again, when it is run again, for what got no answer, and ends as if undisturbed", async () => {
    project();
    await bench.errata("run");
    const undisturbed = await dump();
    bench.remove();

    let calls = 0;
    project({
      createServices: () =>
        createToyServices(() => {
          calls += 1;
          if (calls === 7 || calls === 150) throw new UnansweredError("The server is down.");
        }),
    });
    expect(await bench.errata("run")).toBe(0);
    expect(bench.output()).toContain("1 The server is down.");
    expect(bench.output()).toContain("2 items got no answer; the same command asks again.\n");
    expect(await status()).toContain("1 to be asked again");

    expect(await bench.errata("run")).toBe(0);
    expect(bench.output()).not.toContain("asks again");
    expect(await dump()).toBe(undisturbed);
  });

  it("does nothing again when it is run again", async () => {
    let calls = 0;
    project({
      createServices: () =>
        createToyServices(() => {
          calls += 1;
        }),
    });
    await bench.errata("run");
    const [first, firstCalls, firstReport] = [await dump(), calls, readRun("report.html")];
    expect(await bench.errata("run")).toBe(0);
    expect(bench.errors()).not.toContain("…");
    expect(bench.errors()).toContain("stored already");
    expect([await dump(), calls, readRun("report.html")]).toEqual([first, firstCalls, firstReport]);
  });

  it("tells which keys changed and redoes only what they reach", async () => {
    project();
    await bench.errata("run");
    const changed = { ...toyConfig, stages: { ...toyConfig.stages, train: { epochs: 5 } } };
    writeConfig(bench.folder, changed);
    expect(await bench.errata("run")).toBe(0);
    expect(bench.errors()).toContain("changed configuration");
    expect(bench.errors()).toContain("stages.train.epochs (none → 5)");
    expect(bench.errors()).toContain("✓ iteration 1 · synthesize: stored already");
    expect(bench.errors()).toContain("✓ iteration 1 · train: 6 done");
  });

  it("tells when another model stands behind the same configuration", async () => {
    let baseId = "toy@1";
    project({
      createServices: () => {
        const services = createToyServices();
        return { ...services, server: { ...services.server, baseId } };
      },
    });
    await bench.errata("run", "--until", "attempt");
    baseId = "toy@2";
    expect(await bench.errata("run", "--until", "attempt")).toBe(0);
    expect(bench.errors()).toContain("what stands behind target (toy@1 → toy@2)");
    expect(bench.errors()).toContain("✓ iteration 1 · attempt: 18 done");
  });

  it("tries a configuration cheaply, in a run folder of its own", async () => {
    project();
    expect(await bench.errata("run", "--limit", "6")).toBe(0);
    expect(existsSync(inRun())).toBe(false);
    const folder = join(bench.folder, "runs", "toy-limit-6");
    const { stages } = JSON.parse(readFileSync(join(folder, "summary.json"), "utf8"));
    const taken = (stage: string) => stages.find((account: { stage: string }) => account.stage === stage).in;
    expect([taken("attempt"), taken("evaluate")]).toEqual([6, 6]);
  });

  it("ends after a stage", async () => {
    project();
    expect(await bench.errata("run", "--until", "cluster", "--out", "elsewhere")).toBe(0);
    expect(await dump("elsewhere")).not.toContain("synthesize");
    expect(bench.output()).toContain("errorTypes");
  });

  it("keeps what is stored beyond that stage", async () => {
    project();
    await bench.errata("run");
    const before = await dump();
    expect(await bench.errata("run", "--until", "cluster")).toBe(0);
    expect(bench.errors()).not.toContain("changed configuration");
    expect(bench.output()).toContain("After 2 iterations");
    expect(await dump()).toBe(before);
  });
});

describe("Ctrl-C during errata run", () => {
  it("stops cleanly, accounts for every item, and the same command ends as if undisturbed", async () => {
    project();
    await bench.errata("run");
    const undisturbed = await dump();
    bench.remove();

    let calls = 0;
    project({
      createServices: (self) =>
        createToyServices(() => {
          calls += 1;
          if (calls === 20) self.pressInterrupt();
        }),
    });
    expect(await bench.errata("run")).toBe(130);
    expect(bench.errors()).toContain("Stopping after what is in flight");
    expect(bench.errors()).toMatch(/iteration 1 · select +12 .*not at its end/);
    expect(bench.errors()).toContain("run the same command again");
    expect(existsSync(inRun("report.html"))).toBe(false);
    expect(await status()).toContain(", stopped before its end; the same command goes on\n");
    const { release } = claimRunFolder(inRun());
    expect(await status()).toContain(`, running (pid ${process.pid})\n`);
    release();

    expect(await bench.errata("run")).toBe(0);
    expect(await dump()).toBe(undisturbed);
  });

  it("ends the process at once when it is pressed again", async () => {
    project({
      createServices: (self) =>
        createToyServices(() => {
          self.pressInterrupt();
          self.pressInterrupt();
        }),
    });
    expect(await bench.errata("run")).toBe(130);
    expect(bench.errors()).toContain("exit at once with 130");
  });
});

describe("errata run --review", () => {
  const reviewFile = () => inRun("review-1.yaml");
  const edit = (change: (text: string) => string) =>
    writeFileSync(reviewFile(), change(readFileSync(reviewFile(), "utf8")));
  const reviewed = (text: string) => text.replace("reviewed: false", "reviewed: true");

  it("writes the error types into a file and waits with an exit code of its own", async () => {
    project();
    expect(await bench.errata("run", "--review")).toBe(3);
    expect(bench.errors()).toContain("wait for your review");
    expect(bench.errors()).toContain(`Edit ${reviewFile()}`);
    const text = readRun("review-1.yaml");
    expect(text).toContain("id: cannot-subtract");
    expect(text).toMatch(/# 6 bad cases, for example seed-1: /);
    expect(await status()).toContain("stopped before its end, waiting for a person to review review-1.yaml");
    expect(await bench.errata("run", "--review")).toBe(3);
    expect(readRun("review-1.yaml")).toBe(text);
  });

  it("goes on with what the person decided, also without --review", async () => {
    project();
    await bench.errata("run", "--review");
    edit((text) => reviewed(text).replace("name: cannot subtract", "name: Takes sums for differences"));
    edit((text) => text.replace(/(id: cannot-multiply[\s\S]*?)exclude: false/, "$1exclude: true"));
    expect(await bench.errata("run")).toBe(0);
    const firstTypes = JSON.parse(readRun("summary.json")).errorTypes.filter(
      ({ iteration }: { iteration: number }) => iteration === 1,
    );
    expect(firstTypes.map(({ name }: { name: string }) => name)).toEqual(["Takes sums for differences"]);
  });

  it("names the wrong lines of a review", async () => {
    project();
    await bench.errata("run", "--review");
    edit((text) => reviewed(text).replace("exclude: false", "exclude: perhaps"));
    expect(await bench.errata("run", "--review")).toBe(1);
    const line =
      readRun("review-1.yaml")
        .split("\n")
        .findIndex((text) => text.includes("perhaps")) + 1;
    expect(bench.errors()).toContain(`review-1.yaml, line ${line}: errorTypes.0.exclude`);
  });

  it("waits at a terminal, and asks again after a mistake", async () => {
    const answers = [
      () => edit((text) => text.replace("- cannot subtract", "- forgets to subtract")),
      () => edit((text) => text.replace("- forgets to subtract", "- cannot subtract")),
    ];
    project({
      confirm: (question) => {
        if (question.includes("review-1")) answers.shift()?.();
        return true;
      },
    });
    expect(await bench.errata("run", "--review")).toBe(0);
    expect(bench.errors()).toContain('no bad case has the keyphrase "forgets to subtract"');
    expect(answers).toEqual([]);
    expect(readRun("review-1.yaml")).toContain("reviewed: true");
  });
});
