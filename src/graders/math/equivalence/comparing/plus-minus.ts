import { limits } from "../limits.ts";
import { negation } from "../syntax/build.ts";
import { contains, mapChildren } from "../syntax/children.ts";
import type { Node } from "../syntax/node.ts";

/** Writes ± out: 1 ± √2 becomes the list of both values, members of lists and sets one by one. */
export function expandPlusMinus(node: Node): Node {
  if (!contains(node, (inner) => inner.kind === "plus-minus")) return node;
  if (node.kind === "list" || node.kind === "set") {
    const members = node.members.flatMap((member) => bothOf(expandPlusMinus(member), member));
    return members.length > limits.members ? node : { ...node, members };
  }
  return { kind: "list", joint: ",", members: [choose(node, 1), choose(node, -1)] };
}

/** The two members that one with ± became, or the member itself. */
const bothOf = (expanded: Node, member: Node): readonly Node[] =>
  expanded.kind === "list" && member.kind !== "list" ? expanded.members : [expanded];

/** The node with the upper (1) or the lower (−1) signs. */
function choose(node: Node, sign: 1 | -1): Node {
  const inner = mapChildren(node, (child) => choose(child, sign));
  if (inner.kind !== "plus-minus") return inner;
  return inner.sign === sign ? inner.operand : negation(inner.operand);
}
