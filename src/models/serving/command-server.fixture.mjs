// A user's command that serves OpenAI's interface: it says what it was told to serve, then the prompt backwards.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const { ERRATA_PORT, ERRATA_MODEL_NAME, ERRATA_WEIGHTS_KIND, ERRATA_WEIGHTS_DIRECTORY, ERRATA_BASE_MODEL } =
  process.env;
const [behaviour = "well"] = process.argv.slice(2);

if (behaviour === "broken") {
  console.error("torch.OutOfMemoryError: CUDA out of memory.");
  process.exit(3);
}

const weights =
  ERRATA_WEIGHTS_KIND === "base"
    ? ERRATA_BASE_MODEL
    : `${ERRATA_WEIGHTS_KIND} ${readFileSync(`${ERRATA_WEIGHTS_DIRECTORY}/${fileOf(ERRATA_WEIGHTS_KIND)}`, "utf8")}`;
if (weights.endsWith("damaged")) throw new Error("these weights are damaged");

function fileOf(kind) {
  return kind === "adapter" ? "adapter_model.safetensors" : "model.safetensors";
}

const models =
  behaviour === "several"
    ? [ERRATA_BASE_MODEL, ERRATA_MODEL_NAME]
    : behaviour === "nameless"
      ? ["one", "two"]
      : [ERRATA_BASE_MODEL];

createServer(async (request, response) => {
  const send = (body) =>
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  if (behaviour === "silent") return response.writeHead(503).end();
  if (request.url === "/v1/models") return send({ data: models.map((id) => ({ id })) });
  let text = "";
  for await (const piece of request) text += piece;
  const { messages, prompt = messages.at(-1).content, model } = JSON.parse(text);
  if (prompt === "die") process.exit(4);
  const content = `${model === ERRATA_MODEL_NAME ? "named " : ""}${weights}: ${[...prompt].reverse().join("")}`;
  send({
    id: "1",
    object: "chat.completion",
    created: 0,
    model,
    choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  });
}).listen(Number(ERRATA_PORT), "127.0.0.1", () => console.log(`serving as ${process.pid}`));
