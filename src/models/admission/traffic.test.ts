import { describe, expect, it } from "vitest";
import { CallFailure } from "./call-failure.ts";
import { EndpointLimits } from "./limits.ts";
import { createTraffic } from "./traffic.ts";

const timedOut = new CallFailure("timed-out", "there was no answer");
const refused = new CallFailure("refused", "too many");

/** How many calls may be under way at once beside those that are. */
function room(traffic: ReturnType<typeof createTraffic>, now: number): number {
  let calls = 0;
  for (; traffic.hasRoom(); calls++) traffic.onStart(1, now);
  return calls;
}

describe("the traffic to an endpoint", () => {
  it("lets fewer calls through after a time-out, but not where calls that began later were answered", () => {
    const hung = createTraffic(EndpointLimits.parse({}));
    const lost = hung.onStart(1, 0);
    hung.onAnswered(hung.onStart(1, 10), 1, 20);
    hung.onFailure(lost, timedOut, 1000);
    expect(room(hung, 1000)).toBe(8);

    const loaded = createTraffic(EndpointLimits.parse({}));
    const answered = loaded.onStart(1, 0);
    const late = loaded.onStart(1, 10);
    loaded.onAnswered(answered, 1, 20);
    loaded.onFailure(late, timedOut, 1000);
    expect(room(loaded, 1000)).toBe(6);
  });

  it("sends another call ahead where the first after a pause says nothing", () => {
    const traffic = createTraffic(EndpointLimits.parse({}));
    traffic.onFailure(traffic.onStart(1, 0), refused, 0);
    expect(traffic.readyAt()).toBe(2000);
    traffic.onStart(1, 2000);
    expect(traffic.readyAt()).toBe(4000);
    const ahead = traffic.onStart(1, 4000);
    expect(traffic.readyAt()).toBe(6000);
    traffic.onAnswered(ahead, 1, 4100);
    expect(traffic.readyAt()).toBeLessThanOrEqual(4100);
  });
});
