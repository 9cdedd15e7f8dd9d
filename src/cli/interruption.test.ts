import { describe, expect, it } from "vitest";
import { InterruptedError, interruptible } from "./interruption.ts";

function keyboard() {
  const listeners = new Set<() => void>();
  const exits: number[] = [];
  return {
    press: () => {
      for (const listener of listeners) listener();
    },
    listeners,
    exits,
    environment: {
      onInterrupt(listener: () => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      exitAtOnce: (code: number) => void exits.push(code),
    },
  };
}

describe("interruptible", () => {
  it("gives the result of work that nobody stopped, and listens no longer", async () => {
    const { environment, listeners } = keyboard();
    expect(
      await interruptible(
        environment,
        () => {},
        async () => 7,
      ),
    ).toBe(7);
    expect(listeners.size).toBe(0);
  });

  it("aborts at the first press and tells it once, whatever the work throws", async () => {
    const { environment, press, exits } = keyboard();
    let told = 0;
    const work = async (signal: AbortSignal) => {
      press();
      throw signal.aborted ? new Error("cut off in the middle") : new Error("not aborted");
    };
    await expect(interruptible(environment, () => void told++, work)).rejects.toThrow(InterruptedError);
    expect([told, exits]).toEqual([1, []]);
  });

  it("ends the process at the second press", async () => {
    const { environment, press, exits } = keyboard();
    await interruptible(
      environment,
      () => {},
      async () => {
        press();
        press();
      },
    );
    expect(exits).toEqual([130]);
  });

  it("lets the errors of undisturbed work through", async () => {
    const { environment } = keyboard();
    const work = () => Promise.reject(new Error("of its own"));
    await expect(interruptible(environment, () => {}, work)).rejects.toThrow("of its own");
  });
});
