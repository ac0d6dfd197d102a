import { describe, expect, it } from "vitest";
import { authRouteOf } from "@/lib/auth/auth-routes";

describe("a path below next-auth's", () => {
  it.each([
    ["GET", "csrf", "next_auth"],
    ["GET", "session", "next_auth"],
    ["POST", "callback/credentials", "next_auth"],
    ["POST", "signout", "next_auth"],
    ["GET", "signin", "sign_in_page"],
    ["GET", "signout", "sign_in_page"],
    ["GET", "error", "sign_in_page"],
    ["GET", "verify-request", "sign_in_page"],
    ["GET", "callback/credentials", "nothing"],
    ["GET", "providers", "nothing"],
    ["POST", "_log", "nothing"],
    ["POST", "session", "nothing"],
    ["GET", "\0", "nothing"],
  ])("%s %s is answered by %s", (method, path, by) => {
    expect(authRouteOf(method, path.split("/"))).toBe(by);
  });
});
