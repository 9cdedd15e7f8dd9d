import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { html, toText } from "./html.ts";

describe("html", () => {
  it("escapes text and leaves markup alone", () => {
    const inner = html`<b>${'1 < 2 & "3"'}</b>`;
    expect(toText(html`<p>${inner}</p>`)).toBe("<p><b>1 &lt; 2 &amp; &quot;3&quot;</b></p>");
  });

  it("joins lists and leaves nothing where there is nothing", () => {
    const items = ["a", "<", html`<i></i>`];
    expect(toText(html`${items}|${null}${undefined}${false}|${0}`)).toBe("a&lt;<i></i>||0");
  });

  it("does not take an object from data for markup", () => {
    const forged = JSON.parse('{"markup": "<script>"}') as never;
    expect(() => html`${forged}`).toThrow(TypeError);
  });

  it("lets no text end its element or its attribute", () => {
    const character = fc.oneof(fc.constantFrom(..."<>\"'&/="), fc.string({ unit: "binary", maxLength: 1 }));
    fc.assert(
      fc.property(fc.string({ unit: character }), (text) => {
        const page = toText(html`<p title="${text}">${text}</p>`);
        expect(page.match(/[<>"]/g)).toEqual(["<", '"', '"', ">", "<", ">"]);
      }),
    );
  });
});
