import type { ServerResponse } from "node:http";
import { sendJson } from "../../src/foundation/local-server.fixture.ts";
import {
  fixedWindow,
  type HiddenLimit,
  slowing,
  tokenBucket,
} from "../../src/models/admission/endpoints.fixture.ts";
import { type Clock, systemClock } from "../../src/models/admission/index.ts";
import {
  answerWith,
  type ReceivedCall,
  startLoopbackServer,
} from "../../src/models/ai-sdk/loopback-server.fixture.ts";
import type { ServerFigures, ServerKind } from "./server-kinds.ts";

/** `node limited-server-process.ts <kind>`: tells its address, and when asked what it has answered and refused. */
const limits: Record<ServerKind, (clock: Clock) => HiddenLimit> = {
  window: (clock) => fixedWindow(clock, 400, 20_000, 50),
  bucket: (clock) => tokenBucket(clock, 1200, 20, 50),
  slowing: () => slowing(24, 100),
};
const kind = process.argv[2] as ServerKind;

const answeredAt: number[] = [];
const refusedAt: number[] = [];
let limit: HiddenLimit | null = null;
let began = 0;

const server = await startLoopbackServer((call, response) => {
  began ||= systemClock.now();
  limit ??= limits[kind](systemClock);
  const reception = limit.receive();
  if ("refusedFor" in reception) refuse(response, reception.refusedFor);
  else systemClock.after(reception.answersAfter, () => answer(call, response));
});

function answer(call: ReceivedCall, response: ServerResponse): void {
  limit?.leave();
  answeredAt.push(systemClock.now() - began);
  answerWith(call, response, { text: "#### 1" });
}

function refuse(response: ServerResponse, milliseconds: number | undefined): void {
  refusedAt.push(systemClock.now() - began);
  const headers = milliseconds === undefined ? {} : { "retry-after": String(milliseconds / 1000) };
  sendJson(response, 429, { error: { message: "too many requests" } }, headers as Record<string, string>);
}

/** Once a third of the time is over the client is to know the limit. */
process.on("message", (milliseconds: number) => {
  const within = (times: readonly number[], from: number) =>
    times.filter((time) => time >= from && time < milliseconds).length;
  const settled = milliseconds / 3;
  process.send?.({
    answered: within(answeredAt, 0),
    possible: limit?.possible(milliseconds) ?? 0,
    answeredOnceSettled: within(answeredAt, settled),
    refused: within(refusedAt, 0),
    refusedOnceSettled: within(refusedAt, settled),
  } satisfies ServerFigures);
});
process.send?.(server.baseUrl);
process.once("disconnect", () => server.close());
