import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, contentKey, type Json } from "./content-key.ts";

describe("canonicalJson", () => {
  it("does not depend on the order of keys", () => {
    expect(canonicalJson({ b: 1, a: [2, { d: null, c: "x" }] })).toBe('{"a":[2,{"c":"x","d":null}],"b":1}');
  });

  it("leaves undefined members out, as JSON does", () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it("reads back as the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value as Json))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe("contentKey", () => {
  it("tells determinants apart that join to the same text", () => {
    expect(contentKey("ab", "c")).not.toBe(contentKey("a", "bc"));
  });
});
