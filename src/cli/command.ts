import { stripVTControlCharacters } from "node:util";
import { type ArgsDef, type ParsedArgs, parseArgs } from "citty";
import type { Environment } from "./environment.ts";
import type { ExitCode } from "./exit-code.ts";

/** A command line that cannot be understood. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A command line to copy, and what it does. */
export interface Example {
  command: string;
  explanation: string;
}

/** One command of `errata`. */
export interface Command {
  readonly name: string;
  readonly description: string;
  readonly arguments: ArgsDef;
  readonly examples: readonly Example[];
  /** Throws `UsageError` where the arguments are not those of the command. */
  run(rawArguments: readonly string[], environment: Environment): Promise<ExitCode>;
}

interface CommandDefinition<Arguments extends ArgsDef> extends Omit<Command, "run" | "arguments"> {
  readonly arguments: Arguments;
  run(args: ParsedArgs<Arguments>, environment: Environment): Promise<ExitCode>;
}

/** Arguments that every command takes. */
const commonArguments = {
  verbose: { type: "boolean", description: "Show where an unexpected error comes from" },
} as const;

/** Gives a command its parsing: arguments are checked before it runs, and unknown ones are refused. */
export function defineCommand<const Arguments extends ArgsDef>(
  definition: CommandDefinition<Arguments>,
): Command {
  const known = { ...definition.arguments, ...commonArguments };
  return {
    ...definition,
    arguments: known,
    run: (rawArguments, environment) =>
      definition.run(parseStrictly<Arguments>(rawArguments, known), environment),
  };
}

function parseStrictly<Arguments extends ArgsDef>(
  rawArguments: readonly string[],
  known: ArgsDef,
): ParsedArgs<Arguments> {
  const parsed = parseLeniently(rawArguments, known);
  const unknown = Object.keys(parsed).find((name) => name !== "_" && !isKnown(name, known));
  if (unknown !== undefined) throw new UsageError(`There is no option --${unknown}.`);

  const positionals = Object.values(known).filter(({ type }) => type === "positional").length;
  const surplus = parsed._[positionals];
  if (surplus !== undefined) throw new UsageError(`"${surplus}" is one argument too many.`);

  for (const [name, { type }] of Object.entries(known)) {
    const isEmpty = type === "string" && parsed[name] === "";
    if (isEmpty) throw new UsageError(`--${name} needs a value.`);
  }
  return parsed as ParsedArgs<Arguments>;
}

function parseLeniently(rawArguments: readonly string[], known: ArgsDef): ParsedArgs {
  try {
    return parseArgs([...rawArguments], known);
  } catch (cause) {
    throw new UsageError(stripVTControlCharacters((cause as Error).message), { cause });
  }
}

/** The parser also gives an option of two words under its name in camel case: `dryRun` for `--dry-run`. */
function isKnown(parsedName: string, known: ArgsDef): boolean {
  const name = parsedName.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return name in known || Object.values(known).some((argument) => aliasesOf(argument).includes(name));
}

function aliasesOf(argument: ArgsDef[string]): string[] {
  return "alias" in argument ? [argument.alias ?? []].flat() : [];
}

/** Reads an option that is a whole number of at least 1. */
export function positiveInteger(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new UsageError(`--${name} needs a whole number of at least 1, not "${value}".`);
  return number;
}
