import type { Node } from "../syntax/node.ts";
import { readProduct } from "./arithmetic.ts";
import { readAtom } from "./atoms.ts";
import { type Cursor, Unreadable } from "./cursor.ts";
import { readPower } from "./powers.ts";
import { readList } from "./structures.ts";
import { tokenize } from "./tokenize.ts";
import type { Style } from "./tokens.ts";

const usual: Style = { commas: "group", selections: "point", quotients: "usual" };
const unusual: Style = { commas: "separate", selections: "number", quotients: "unusual" };

/**
 * Reads a tidied answer. The first reading is the usual one; a second is given where the notation is ambiguous
 * (1,234 as a list, 1/2x as 1/(2x)). No reading: the text is not mathematics that the grammar knows.
 */
export function readAnswer(text: string): readonly Node[] {
  const first = readIn(usual, text);
  if (!first) return [];
  if (!first.ambiguous) return [first.node];
  const second = readIn(unusual, text);
  return second ? [first.node, second.node] : [first.node];
}

function readIn(style: Style, text: string): { node: Node; ambiguous: boolean } | null {
  const scanned = tokenize(text, style);
  if (!scanned || scanned.tokens.length === 0) return null;
  const cursor: Cursor = {
    tokens: [...scanned.tokens],
    style,
    position: 0,
    depth: 0,
    nodes: 0,
    bars: 0,
    barSeparates: false,
    ambiguous: scanned.ambiguous,
    grammar: { inner: readList, product: readProduct, power: readPower, atom: readAtom },
  };
  try {
    const node = readList(cursor);
    return cursor.position < cursor.tokens.length ? null : { node, ambiguous: cursor.ambiguous };
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}
