import type { Node } from "./node.ts";

/** The node with its children replaced; children are visited in reading order. */
export function mapChildren(node: Node, change: (child: Node) => Node): Node {
  switch (node.kind) {
    case "application":
    case "sum":
    case "product":
    case "function":
    case "set-operation":
    case "relation":
      return { ...node, operands: node.operands.map(change) };
    case "sequence":
    case "list":
    case "set":
      return { ...node, members: node.members.map(change) };
    case "negation":
    case "plus-minus":
    case "percent":
    case "degrees":
    case "quantity":
      return { ...node, operand: change(node.operand) };
    case "quotient":
      return { ...node, numerator: change(node.numerator), denominator: change(node.denominator) };
    case "power":
      return { ...node, base: change(node.base), exponent: change(node.exponent) };
    case "series":
      return { ...node, from: change(node.from), to: change(node.to), body: change(node.body) };
    case "matrix":
      return { ...node, rows: node.rows.map((row) => row.map(change)) };
    case "set-builder":
      return { ...node, element: change(node.element), condition: change(node.condition) };
    case "ratio":
      return { ...node, parts: node.parts.map(change) };
    default:
      return node;
  }
}

export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  mapChildren(node, (child) => {
    children.push(child);
    return child;
  });
  return children;
}

/** Whether the node or anything inside it passes the test. */
export function contains(node: Node, test: (node: Node) => boolean): boolean {
  return test(node) || childrenOf(node).some((child) => contains(child, test));
}

/** The names of the symbols and unknown functions inside, without the indices of sums. */
export function namesIn(node: Node, names: Set<string> = new Set()): Set<string> {
  if (node.kind === "symbol" || node.kind === "application") names.add(node.name);
  for (const child of childrenOf(node)) namesIn(child, names);
  return names;
}
