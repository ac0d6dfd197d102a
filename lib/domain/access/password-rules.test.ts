import { describe, expect, it } from "vitest";
import { passwordFault } from "@/lib/domain/access/password-rules";

const isCommon = (password: string) => password === "123456789012";
const fault = (password: string, email = "wang.chen@sunrise.demo") =>
  passwordFault(password, email, isCommon);

describe("a new password", () => {
  it("has at least 12 characters, counted as people see them", () => {
    expect(fault("a".repeat(11))).toBe("too_short");
    expect(fault("a".repeat(12))).toBeNull();
    expect(fault("𠮷".repeat(11))).toBe("too_short");
    expect(fault("晨曦食品晨曦食品晨曦食品")).toBeNull();
  });

  it("has at most 200", () => {
    expect(fault("a".repeat(200))).toBeNull();
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
    expect(fault("123456789012")).toBe("common");
  });
});
