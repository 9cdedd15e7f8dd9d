import { mkdtempSync, rmSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { limitInFlight } from "../../src/foundation/limit-in-flight.ts";
import { alpaca } from "../../src/models/prompt-template.ts";
import { measureCalls } from "./figures.ts";
import { problemAt } from "./problem-at.ts";

/**
 * What people write: `Promise.all` over a limit, the AI SDK, and a line appended to a file for each answer. No retries,
 * no cache, nothing graded. `node peer-process.ts <base URL> <calls>`.
 */
const [baseURL, calls] = process.argv.slice(2) as [string, string];
const place = mkdtempSync(join(tmpdir(), "errata-bench-"));
const file = join(place, "answers.jsonl");
const limit = limitInFlight(64);
const model = createOpenAICompatible({ name: "instant", baseURL }).chatModel("instant");

async function ask(index: number): Promise<void> {
  const prompt = alpaca.prompt(problemAt("", index % 100).question, problemAt("", index));
  const { content, usage } = await model.doGenerate({
    prompt: [{ role: "user", content: [{ type: "text", text: prompt }] }],
    maxOutputTokens: 512,
    temperature: 0,
  });
  await appendFile(file, `${JSON.stringify({ prompt, content, usage })}\n`);
}

try {
  await measureCalls(async () => {
    await Promise.all(Array.from({ length: Number(calls) }, (_, index) => limit(() => ask(index))));
    return Number(calls);
  });
} finally {
  rmSync(place, { recursive: true });
}
