import { once } from "node:events";
import type { WriteStream } from "node:tty";
import type { Clock, Environment, Person, Screen } from "./environment.ts";

/** The real process: its streams, clock, signals and terminal. */
export function systemEnvironment(): Environment {
  endQuietlyWithReader(process.stdout);
  return {
    workingFolder: process.cwd(),
    variables: process.env,
    readInput: () => process.stdin.setEncoding("utf8"),
    output: screenOf(process.stdout),
    errors: screenOf(process.stderr),
    clock: systemClock,
    person: process.stdin.isTTY && process.stderr.isTTY ? terminalPerson : null,
    onInterrupt(listener) {
      let heardAt = Number.NEGATIVE_INFINITY;
      const onSignal = () => {
        if (performance.now() < heardAt + samePress) return;
        heardAt = performance.now();
        listener();
      };
      for (const signal of interruptSignals) process.on(signal, onSignal);
      return () => {
        for (const signal of interruptSignals) process.off(signal, onSignal);
      };
    },
    exitAtOnce: (code) => process.exit(code),
    async createServices(config, folder, runFolder) {
      // The adapters are heavy, and most commands need none.
      const services = await import("../config/services.ts");
      return services.createServices(config, folder, runFolder);
    },
  };
}

const interruptSignals = ["SIGINT", "SIGTERM"] as const;
/** Milliseconds in which signals are one press: `npm` and `timeout` pass on what the process has from the terminal already. */
const samePress = 500;

/** `errata status --dump | head` closes the pipe early, which is no error. */
function endQuietlyWithReader(stream: WriteStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });
}

/** Used where the width of a terminal is unknown (undefined, or 0). */
const usualColumns = 100;

function screenOf(stream: WriteStream): Screen {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    colour: stream.isTTY === true && stream.hasColors(),
    columns: () => stream.columns || usualColumns,
    drained: async () => {
      if (stream.writableNeedDrain) await once(stream, "drain");
    },
  };
}

const systemClock: Clock = {
  now: () => performance.now(),
  instant: () => new Date().toISOString(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

const terminalPerson: Person = {
  async confirm(question) {
    const { confirm } = await import("@clack/prompts");
    return (await confirm({ message: question, output: process.stderr })) === true;
  },
};
