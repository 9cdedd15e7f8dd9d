import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startLocalServer } from "../../foundation/local-server.fixture.ts";
import { readModelTokenizer } from "./model-tokenizer.ts";
import { makeToyModel } from "./toy-model.fixture.ts";

let room: string;
let model: string;
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), "errata-tokenizer-"));
  model = makeToyModel();
});
afterEach(() => {
  for (const folder of [room, model]) rmSync(folder, { recursive: true, force: true });
});
/** Nowhere to download from, and nothing in the cache. */
const offline = () => ({ HF_HOME: room, HF_HUB_OFFLINE: "1" });

describe("readModelTokenizer", () => {
  it("counts tokens, and tells the end of a text and what is missing", async () => {
    const tokenizer = await readModelTokenizer(model, { folder: ".", variables: offline() });
    expect(tokenizer).toMatchObject({
      beginning: "",
      end: "<eos>",
      hasPadding: false,
      hasChatTemplate: false,
    });
    expect(tokenizer.count("12")).toBe(2);
    expect(tokenizer.count("1<eos>")).toBe(2);
  });

  it("tells what the tokenizer puts before every text", async () => {
    const file = join(model, "tokenizer.json");
    const definition = JSON.parse(readFileSync(file, "utf8"));
    definition.post_processor = {
      type: "TemplateProcessing",
      single: [{ SpecialToken: { id: "<pad>", type_id: 0 } }, { Sequence: { id: "A", type_id: 0 } }],
      pair: [],
      special_tokens: { "<pad>": { id: "<pad>", ids: [0], tokens: ["<pad>"] } },
    };
    writeFileSync(file, JSON.stringify(definition));
    expect(await readModelTokenizer(model, { folder: ".", variables: offline() })).toMatchObject({
      beginning: "<pad>",
    });
  });

  it("finds a chat template in the configuration or in a file of its own", async () => {
    writeFileSync(join(model, "chat_template.jinja"), "{{ messages }}");
    const places = { folder: ".", variables: offline() };
    expect(await readModelTokenizer(model, places)).toMatchObject({ hasChatTemplate: true });
  });

  it("finds a model in the cache of Hugging Face's tools", async () => {
    const repository = join(room, "hub", "models--org--toy");
    mkdirSync(join(repository, "refs"), { recursive: true });
    mkdirSync(join(repository, "snapshots"));
    writeFileSync(join(repository, "refs", "main"), "abc");
    renameSync(model, join(repository, "snapshots", "abc"));
    const { end } = await readModelTokenizer("org/toy", { folder: ".", variables: offline() });
    expect(end).toBe("<eos>");
  });

  it("fetches from the hub what is nowhere on this machine, with the user's token", async () => {
    const asked: string[] = [];
    const { origin, close } = await startLocalServer((request, response) => {
      asked.push(`${request.headers.authorization} ${request.url}`);
      const name = request.url!.split("/").at(-1)!;
      if (name.endsWith(".jinja")) response.writeHead(404).end();
      else response.end(readFileSync(join(model, name)));
    });
    const variables = { HF_HOME: room, HF_ENDPOINT: origin, HF_TOKEN: "t" };
    const { end } = await readModelTokenizer("org/toy", { folder: ".", variables });
    expect(end).toBe("<eos>");
    expect(asked).toContain("Bearer t /org/toy/resolve/main/tokenizer.json");
    await close();
  });

  it("says how a tokenizer is fetched where it cannot be had", async () => {
    await expect(readModelTokenizer("org/toy", { folder: ".", variables: offline() })).rejects.toMatchObject({
      message: "The tokenizer of org/toy cannot be had: HF_HUB_OFFLINE is set.",
      advice: expect.stringContaining("hf download org/toy"),
    });
  });

  it.each([
    [
      "has no configuration",
      () => rmSync(join(model, "tokenizer_config.json")),
      "has no tokenizer_config.json",
    ],
    ["names no end", () => writeFileSync(join(model, "tokenizer_config.json"), "{}"), "names no eos_token"],
  ])("says so when a model %s", async (_, spoil, message) => {
    spoil();
    const reading = readModelTokenizer(model, { folder: ".", variables: offline() });
    await expect(reading).rejects.toThrow(message);
  });
});
