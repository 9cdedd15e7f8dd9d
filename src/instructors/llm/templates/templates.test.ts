import { describe, expect, it } from "vitest";
import { namesIn, parseTemplate } from "./parse-template.ts";
import { renderTemplate, type Values } from "./render-template.ts";

const render = (template: string, values: Values) => renderTemplate(parseTemplate(template), values);

describe("a template", () => {
  it("is filled with texts and numbers, as they are", () => {
    expect(render("Write {{count}} like {{ text }}.", { count: 3, text: "<b> & {{count}}" })).toBe(
      "Write 3 like <b> & {{count}}.",
    );
  });

  it("repeats a section for every item, whose values hide those around it", () => {
    const list = [{ q: "1" }, { q: "2", name: "inner" }];
    expect(render("{{#list}}\n{{name}}: {{q}}\n{{/list}}\nend", { name: "outer", list })).toBe(
      "outer: 1\ninner: 2\nend",
    );
    expect(render("a{{#list}} {{q}}{{/list}}", { list: [] })).toBe("a");
  });

  it("shows a section of a text once, and of an empty one never", () => {
    expect(render("{{#text}}said: {{text}}{{/text}}", { text: "x" })).toBe("said: x");
    expect(render("{{#text}}said: {{text}}{{/text}}", { text: "" })).toBe("");
  });

  it("leaves JSON and LaTeX in it alone", () => {
    const text = String.raw`{"a": [{"b": "\\boxed{}"}]} \frac{{1}}{{2}} {{{x}}`;
    expect(render(String.raw`{"a": [{"b": "\\boxed{}"}]}`, {})).toBe(String.raw`{"a": [{"b": "\\boxed{}"}]}`);
    expect(namesIn(parseTemplate(text))).toEqual(["1", "2", "x"]);
  });

  it("says which section does not match", () => {
    expect(() => parseTemplate("{{#a}}")).toThrow("{{#a}} is not closed");
    expect(() => parseTemplate("{{#a}}{{/b}}")).toThrow("{{/b}} closes no section");
    expect(() => parseTemplate("{{/a}}")).toThrow("{{/a}} closes no section");
  });

  it("tells the names that it uses", () => {
    expect(namesIn(parseTemplate("{{a}} {{#b}}{{c}}{{/b}}"))).toEqual(["a", "b", "c"]);
  });
});
