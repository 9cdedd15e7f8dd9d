import type { Random } from "../../../../foundation/random.ts";
import type { Script } from "./script.ts";

/** A way to make a solution wrong: the text, or null where it cannot be told in sensible numbers. */
export type WrongTelling = () => string | null;

/** Finds the ways in which a solution can be made wrong by one kind of mistake, in a random order. */
export type MistakeMaker = (script: Script, random: Random) => WrongTelling[];
