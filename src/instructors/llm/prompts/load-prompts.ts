import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { contentKey } from "../../../foundation/content-key.ts";
import { ErrataError } from "../../../foundation/errors.ts";
import { isLemmaProtocol, type LemmaProtocolName, type ProtocolName } from "../protocols.ts";
import { namesIn, type Piece, parseTemplate } from "../templates/parse-template.ts";
import { renderTemplate, type Values } from "../templates/render-template.ts";
import {
  type LemmaPromptName,
  lemmaPromptNames,
  type PromptName,
  promptVariables,
  type SeiPromptName,
  seiPromptNames,
} from "./variables.ts";

/** The prompts of an instructor, read and checked. */
export interface Prompts<Name extends PromptName = PromptName> {
  /** Hash of all their texts: part of the identity of the instructor. */
  readonly key: string;
  fill(name: Name, values: Values): string;
}

/** The prompts that a protocol has. */
export type PromptNameOf<Protocol extends ProtocolName> = Protocol extends LemmaProtocolName
  ? LemmaPromptName
  : SeiPromptName;

const directoryOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The file of every prompt of a protocol: its own where it has one, else the one that protocols share. */
export function promptFiles(
  protocol: ProtocolName,
  userDirectory?: string,
): { name: PromptName; file: string; path: string }[] {
  const directories = [userDirectory ?? [], directoryOf(protocol), directoryOf("shared")].flat();
  return promptNamesOf(protocol).map((name) => {
    const file = `${name}.md`;
    const directory = directories.find((candidate) => existsSync(join(candidate, file)))!;
    return { name, file, path: join(directory, file) };
  });
}

const promptNamesOf = (protocol: ProtocolName): readonly PromptName[] =>
  isLemmaProtocol(protocol) ? lemmaPromptNames : seiPromptNames;

/**
 * Reads the prompts of a protocol: `<name>.md` from the user's folder where it is there, else the protocol's own.
 * Throws an `ErrataError` that names the file and what is wrong with it.
 *
 * @param protocols those that share the user's folder
 */
export function loadPrompts<Protocol extends ProtocolName>(
  protocol: Protocol,
  userDirectory?: string,
  protocols: readonly ProtocolName[] = [protocol],
): Prompts<PromptNameOf<Protocol>> {
  if (userDirectory !== undefined) checkDirectory(protocols, userDirectory);
  const files = promptFiles(protocol, userDirectory);
  const texts = files.map(({ path }) => readFileSync(path, "utf8"));
  const templates = new Map<PromptName, Piece[]>(
    files.map(({ name, path }, index) => [name, parsePrompt(name, path, texts[index]!)]),
  );
  return {
    key: contentKey(texts),
    fill: (name, values) => renderTemplate(templates.get(name)!, values).trim(),
  };
}

/** A file under another name would be left unread without a word. */
function checkDirectory(protocols: readonly ProtocolName[], directory: string): void {
  if (!existsSync(directory)) {
    throw new ErrataError(`There is no folder of prompts ${directory}.`, {
      advice: "Correct `prompts` in the configuration, or write the folder with `errata init --prompts`.",
    });
  }
  const known = new Set<string>(protocols.flatMap(promptNamesOf).map((name) => `${name}.md`));
  const unknown = readdirSync(directory).find((file) => file.endsWith(".md") && !known.has(file));
  if (unknown === undefined) return;
  throw new ErrataError(`No prompt is called "${unknown}" (in ${directory}).`, {
    advice: `Prompts of the protocol ${protocols.join(" with ")} are ${[...known].join(", ")}.`,
  });
}

function parsePrompt(name: PromptName, path: string, text: string): Piece[] {
  const pieces = parse(path, text);
  const known: readonly string[] = promptVariables[name];
  const unknown = namesIn(pieces).find((variable) => !known.includes(variable));
  if (unknown === undefined) return pieces;
  throw new ErrataError(`${path} uses {{${unknown}}}, which this prompt does not have.`, {
    advice: `It may use ${known.map((variable) => `{{${variable}}}`).join(", ")}.`,
  });
}

function parse(path: string, text: string): Piece[] {
  try {
    return parseTemplate(text);
  } catch (cause) {
    throw new ErrataError(`${path} is no template: ${(cause as Error).message}.`, {
      advice: "A section is written {{#name}} … {{/name}}.",
      cause,
    });
  }
}
