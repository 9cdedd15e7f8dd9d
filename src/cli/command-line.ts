import { styleText } from "node:util";
import { type Command, UsageError } from "./command.ts";
import type { Environment } from "./environment.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { describeFailure } from "./failure.ts";
import { commandHelp, programHelp } from "./help.ts";
import { InterruptedError } from "./interruption.ts";
import { suggest } from "./suggest.ts";
import { errataVersion } from "./version.ts";

/** Commands are loaded when they are asked for, so that none pays for what another one imports. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import("./commands/run.ts")).run,
  plan: async () => (await import("./commands/plan.ts")).plan,
  evaluate: async () => (await import("./commands/evaluate.ts")).evaluate,
  compare: async () => (await import("./commands/compare.ts")).compare,
  experiment: async () => (await import("./commands/experiment.ts")).experiment,
  report: async () => (await import("./commands/report.ts")).report,
  status: async () => (await import("./commands/status.ts")).status,
  show: async () => (await import("./commands/show.ts")).show,
  export: async () => (await import("./commands/export.ts")).exportData,
  push: async () => (await import("./commands/push.ts")).push,
  grade: async () => (await import("./commands/grade.ts")).grade,
  data: async () => (await import("./commands/data.ts")).data,
  init: async () => (await import("./commands/init.ts")).init,
  doctor: async () => (await import("./commands/doctor.ts")).doctor,
};

/** Does what a command line asks for. Every error ends here, as text for a person and an exit code. */
export async function runCommandLine(
  rawArguments: readonly string[],
  environment: Environment,
): Promise<ExitCode> {
  try {
    return await dispatch(rawArguments, environment);
  } catch (error) {
    if (error instanceof UsageError) return reportWrongUsage(error, rawArguments[0], environment);
    if (error instanceof InterruptedError) return exitCode.interrupted;
    return reportFailure(error, rawArguments, environment);
  }
}

const isHelp = (argument: string | undefined) => argument === "--help" || argument === "-h";

async function dispatch([name, ...rest]: readonly string[], environment: Environment): Promise<ExitCode> {
  const { output, errors } = environment;
  if (name === "--version" || name === "-v") {
    output.write(`${errataVersion}\n`);
    return exitCode.done;
  }
  if (name === undefined || isHelp(name)) {
    const screen = name === undefined ? errors : output;
    screen.write(await programHelp(await loadAll(), screen.colour));
    return name === undefined ? exitCode.usage : exitCode.done;
  }
  const command = await loadCommand(name);
  if (rest.some(isHelp)) {
    output.write(await commandHelp(command, output.colour));
    return exitCode.done;
  }
  return command.run(rest, environment);
}

function loadAll(): Promise<Command[]> {
  return Promise.all(Object.values(commands).map((load) => load()));
}

async function loadCommand(name: string): Promise<Command> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) return load();
  const [nearest] = suggest(name, Object.keys(commands));
  throw new UsageError(
    nearest
      ? `There is no command "${name}". Did you mean "${nearest}"?`
      : `There is no command "${name}". The commands are ${Object.keys(commands).join(", ")}.`,
  );
}

function reportWrongUsage(error: UsageError, name: string | undefined, { errors }: Environment): ExitCode {
  const help =
    name !== undefined && Object.hasOwn(commands, name) ? `errata ${name} --help` : "errata --help";
  errors.write(failureText(error.message, `\`${help}\` shows what can be said.`, errors.colour));
  return exitCode.usage;
}

function reportFailure(error: unknown, rawArguments: readonly string[], environment: Environment): ExitCode {
  const { errors, variables } = environment;
  const { message, advice, unexpected } = describeFailure(error);
  errors.write(failureText(message, advice, errors.colour));
  const isVerbose = rawArguments.includes("--verbose") || Boolean(variables.ERRATA_DEBUG);
  if (isVerbose && (unexpected || variables.ERRATA_DEBUG))
    errors.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return exitCode.failure;
}

function failureText(message: string, advice: string | undefined, colour: boolean): string {
  const paint = (style: "red" | "dim", text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  return `${paint("red", "✗")} ${message}\n${advice === undefined ? "" : `${paint("dim", "→")} ${advice}\n`}`;
}
