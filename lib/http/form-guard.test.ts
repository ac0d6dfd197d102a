import { describe, expect, it } from "vitest";
import { assertSpeakable } from "@/lib/http/form-guard";

const fieldsOf = (input: unknown) => {
  try {
    assertSpeakable(input);
    return [];
  } catch (error) {
    return (error as { fields: { pointer: string; code: string }[] }).fields.map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );
  }
};

describe("a form's text", () => {
  it("may be anything that is text", () => {
    expect(fieldsOf({ reason: "港口 𠮷 \n", at: null, list: [1, "a"], none: undefined })).toEqual(
      [],
    );
    expect(fieldsOf(undefined)).toEqual([]);
  });

  it("holds neither U+0000 nor half a character, in whichever field", () => {
    expect(fieldsOf("\0")).toEqual([" invalid_text"]);
    expect(fieldsOf({ reason: "a\0", input: { note: "\uD800" }, list: ["", "\uDC00"] })).toEqual([
      "/reason invalid_text",
      "/input/note invalid_text",
      "/list/1 invalid_text",
    ]);
    expect(fieldsOf({ "a\0": 1 })).toEqual([" invalid_text"]);
  });
});
