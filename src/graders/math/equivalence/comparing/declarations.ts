import { contains } from "../syntax/children.ts";
import type { Node } from "../syntax/node.ts";

/** Takes away what only declares a parameter: "x = 3k, k ∈ Z" → "x = 3k". */
export function withoutDeclarations(node: Node): Node {
  if (node.kind !== "list") return node;
  const declared = node.members.map((member) => declaredName(member));
  const members = node.members.filter((_, index) => {
    const name = declared[index] ?? null;
    return (
      name === null ||
      !node.members.some((other, at) => at !== index && declared[at] === null && mentions(other, name))
    );
  });
  return members.length === 1 ? members[0]! : { ...node, members };
}

/** The k of k ∈ Z. */
function declaredName(node: Node): string | null {
  if (node.kind !== "relation" || node.signs[0] !== "in") return null;
  const [subject, set] = node.operands;
  return subject?.kind === "symbol" && set?.kind === "named-set" && /^[ZN]$/.test(set.name)
    ? subject.name
    : null;
}

const mentions = (node: Node, name: string) =>
  contains(node, (inner) => inner.kind === "symbol" && inner.name === name);
