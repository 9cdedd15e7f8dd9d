import type { Config } from "../config/schema.ts";
import type { ServiceFolders } from "../config/services.ts";
import type { RunServices } from "../engine/execute-run.ts";

/** A stream of text that a person or a file reads. */
export interface Screen {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Whether colours are wanted and possible. */
  readonly colour: boolean;
  /** Width in characters. */
  columns(): number;
  /** Waits until the reader has taken what was written, or nearly: keeps memory small where much is written. */
  drained(): Promise<void>;
}

/** Time, injected so that tests need none. */
export interface Clock {
  /** Milliseconds from an arbitrary start; never goes back. */
  now(): number;
  /** The time of day, as an ISO text. */
  instant(): string;
  /** Calls back after some milliseconds, unless cancelled by calling what is returned. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** The person at the terminal. */
export interface Person {
  /** A question that is answered with yes or no; giving up is no. */
  confirm(question: string): Promise<boolean>;
}

/** Everything that a command touches beside files: tests put stand-ins here. */
export interface Environment {
  /** Where relative paths of the command line start. */
  workingFolder: string;
  variables: Readonly<Record<string, string | undefined>>;
  /** Standard input as text, in pieces of any length. */
  readInput(): AsyncIterable<string>;
  /** Results. */
  output: Screen;
  /** Progress and errors. */
  errors: Screen;
  clock: Clock;
  /** Null where nobody is at a terminal. */
  person: Person | null;
  /** Calls `listener` on every Ctrl-C until what is returned is called. */
  onInterrupt(listener: () => void): () => void;
  /** Ends the process without waiting for anything. */
  exitAtOnce(code: number): void;
  /**
   * Makes the adapters that a configuration names; relative paths start from `folder`. Without the folder of a
   * run, in which batches are noted, nothing is asked in batches.
   */
  createServices(config: Config, folder: string, runFolder?: ServiceFolders): Promise<RunServices>;
}
