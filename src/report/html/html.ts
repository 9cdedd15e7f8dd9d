const markup = Symbol("markup");

/** Markup that is safe to place in a page. Only `html` makes it, so text from data can never pass for it. */
export interface Html {
  readonly [markup]: string;
}

/** What may stand in a template: text is escaped, lists are joined, nothing is left out. */
export type Child = Html | string | number | null | undefined | false | readonly Child[];

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeText = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);

/**
 * Template tag for markup: every value is escaped unless `html` made it. Values stand in element content or inside
 * quoted attributes, nowhere else.
 *
 * @example html`<p title="${hint}">${text}</p>`
 */
export function html(template: TemplateStringsArray, ...children: readonly Child[]): Html {
  const text = template.reduce((before, part, index) => `${before}${render(children[index - 1])}${part}`);
  return { [markup]: text };
}

/** The text of markup. */
export const toText = (content: Html): string => content[markup];

function render(child: Child): string {
  if (child === null || child === undefined || child === false) return "";
  if (typeof child === "string" || typeof child === "number") return escapeText(String(child));
  return isHtml(child) ? child[markup] : child.map(render).join("");
}

const isHtml = (child: object): child is Html => markup in child;
