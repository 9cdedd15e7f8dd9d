import { type LemmaTask, lemmaProtocols } from "./lemma/protocol.ts";
import { type SeiTask, seiProtocols } from "./protocol.ts";

/** Every way in which an instructor can be asked. Each serves the recipes of one method. */
export const protocols = { ...seiProtocols, ...lemmaProtocols } as const;

export type SeiProtocolName = keyof typeof seiProtocols;
export type LemmaProtocolName = keyof typeof lemmaProtocols;
export type ProtocolName = keyof typeof protocols;

/** What an instructor is asked to do. */
export type Task = SeiTask | LemmaTask;

export const isLemmaProtocol = (name: ProtocolName): name is LemmaProtocolName =>
  Object.hasOwn(lemmaProtocols, name);
