import { setTimeout as sleep } from "node:timers/promises";
import { sendJson } from "../../foundation/local-server.fixture.ts";
import { answerWith, completionOf, type Handler } from "./loopback-server.fixture.ts";

const error = (message: string) => ({ error: { message, type: "server_error" } });
const page = "<!DOCTYPE html><html><body><h1>Bad Gateway</h1></body></html>";

const status =
  (code: number, headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    sendJson(response, code, error("something is wrong"), headers);

const html =
  (code: number): Handler =>
  (_, response) => {
    response.writeHead(code, { "content-type": "text/html" });
    response.end(page);
  };

/** Ways in which servers fail; asked again, they may answer. */
export const passingFaults: Readonly<Record<string, Handler>> = {
  "429": status(429),
  "429 with a time to wait": status(429, { "retry-after": "1" }),
  "500": status(500),
  "503": status(503),
  "503 with a time to wait": status(503, { "retry-after": "1" }),
  "HTML instead of JSON": html(200),
  "HTML of a gateway": html(502),
  "a reset connection": (_, response) => void response.socket?.destroy(),
  "a cut answer": (call, response) => {
    const body = JSON.stringify(completionOf(call, { text: "cut" }));
    response.writeHead(200, { "content-type": "application/json", "content-length": String(body.length) });
    response.write(body.slice(0, body.length / 2), () => response.socket?.destroy());
  },
  "half of the JSON": (call, response) => {
    const body = JSON.stringify(completionOf(call, { text: "half" }));
    response.writeHead(200, { "content-type": "application/json" });
    response.end(body.slice(0, body.length / 2));
  },
  "an empty body": (_, response) => void response.writeHead(200).end(),
  "no choices": (call, response) =>
    sendJson(response, 200, { ...completionOf(call, { text: "" }), choices: [] }),
  "a wrong schema": (_, response) => sendJson(response, 200, { choices: "none" }),
  "an answer broken off": (call, response) =>
    answerWith(call, response, { text: "I was", finishReason: "abort" }),
};

/** A server that never answers; it lets go after `milliseconds`, so that tests end. */
export const hanging =
  (milliseconds: number): Handler =>
  async (_, response) => {
    await sleep(milliseconds);
    response.destroy();
  };
