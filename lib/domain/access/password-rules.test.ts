import { describe, expect, it } from "vitest";
import { passwordFault } from "@/lib/domain/access/password-rules";

const isCommon = (password: string) => ["password1234", "password"].includes(password);
const fault = (password: string, email = "wang.chen@sunrise.demo") =>
  passwordFault(password, email, isCommon);

describe("a new password", () => {
  it("has at least 12 characters, counted as people see them", () => {
    expect(fault("a".repeat(11))).toBe("too_short");
    expect(fault("harbour tea!")).toBeNull();
    expect(fault("𠮷".repeat(11))).toBe("too_short");
    expect(fault("晨曦食品在港口的老街上开门")).toBeNull();
  });

  it("has at most 200", () => {
    expect(fault("harbour tea at ten in the evening, ".repeat(6).slice(0, 200))).toBeNull();
    expect(fault("a".repeat(201))).toBe("too_long");
  });

  it("does not hold the e-mail's local part in any case", () => {
    expect(fault("my-Wang.Chen-2026")).toBe("contains_email");
    expect(fault("sunrise-demo-2026")).toBeNull();
  });

  it("may hold a local part of one or two characters", () => {
    expect(fault("ab-is-in-this-one", "ab@sunrise.demo")).toBeNull();
    expect(fault("abc-is-in-this-one", "abc@sunrise.demo")).toBe("contains_email");
  });

  it("is not a common one in any case", () => {
    expect(fault("PassWord1234")).toBe("common");
  });

  it("is not digits alone, nor a short or common thing repeated", () => {
    expect(fault("901743882165")).toBe("common");
    expect(fault("abcabcabcabc")).toBe("common");
    expect(fault("passwordpassword")).toBe("common");
    expect(fault("quietharbourquietharbour")).toBeNull();
    expect(fault("901743882165z")).toBeNull();
  });
});
