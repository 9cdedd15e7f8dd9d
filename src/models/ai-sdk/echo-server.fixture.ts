import {
  answerWith,
  type LoopbackServer,
  promptOf,
  sendJson,
  startLoopbackServer,
} from "./loopback-server.fixture.ts";

/** Every four characters are a token. */
const charactersPerToken = 4;

/**
 * A server whose model says its prompt backwards; it stops at the stop texts and at the limit, and knows no prompts
 * without letters.
 */
export function startEchoServer(): Promise<LoopbackServer> {
  return startLoopbackServer((call, response) => {
    const prompt = promptOf(call);
    if (!/[a-z]/i.test(prompt)) {
      sendJson(response, 400, { error: { message: "the prompt has no letters" } });
      return;
    }
    const { stop = [], max_tokens: limit = 1000 } = call.body;
    const whole = [...prompt].reverse().join("");
    const stops = stop.map((end) => whole.indexOf(end)).filter((place) => place >= 0);
    const end = Math.min(whole.length, ...stops);
    const isCut = end > limit * charactersPerToken;
    const text = whole.slice(0, Math.min(end, limit * charactersPerToken));
    answerWith(call, response, { text, finishReason: isCut ? "length" : "stop" });
  });
}
