import { describe, expect, it } from "vitest";
import { blotCardNumbers, isIssuedId } from "@/lib/http/card-guard";

describe("the guard against card numbers", () => {
  it("lets an id we issued pass whatever digits it has", () => {
    expect(isIssuedId("lim_01J9ZC54111111111111111111")).toBe(true);
    expect(isIssuedId("lim_4111111111111111")).toBe(false);
  });

  it("blots the digits of a text that holds one, and no other text", () => {
    expect(blotCardNumbers("/api/v1/checks/4111111111111111")).not.toMatch(/\d/);
    expect(blotCardNumbers("/api/v1/terminals/00018644")).toBe("/api/v1/terminals/00018644");
  });
});
