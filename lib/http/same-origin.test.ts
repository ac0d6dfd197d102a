import { describe, expect, it } from "vitest";
import { isSameOrigin, ownOrigins } from "@/lib/http/same-origin";

const own = ownOrigins("https://portal.example.com");

const passes = (method: string, headers: Record<string, string>, origins = own) =>
  isSameOrigin({ method, headers: new Headers(headers) }, origins);

describe("evidence that our own page sent a request", () => {
  it("is not wanted for reading", () => {
    expect(passes("GET", { origin: "https://evil.example" })).toBe(true);
    expect(passes("HEAD", { "sec-fetch-site": "cross-site" })).toBe(true);
  });

  it.each(["POST", "PUT", "PATCH", "DELETE"])("is wanted for %s", (method) => {
    expect(passes(method, {})).toBe(false);
    expect(passes(method, { cookie: "headroom-session=x" })).toBe(false);
    expect(passes(method, { origin: "https://portal.example.com" })).toBe(true);
    expect(passes(method, { "sec-fetch-site": "same-origin" })).toBe(true);
  });

  it("is refused to other sites, subdomains, schemes, ports and to no origin at all", () => {
    const strangers = [
      ...["https://evil.example", "http://portal.example.com", "https://a.portal.example.com"],
      ...["https://portal.example.com:8443", "https://portal.example.com.evil.example", "null"],
    ];
    for (const origin of strangers) expect(passes("POST", { origin }), origin).toBe(false);
    for (const site of ["cross-site", "same-site", "none"]) {
      expect(passes("POST", { "sec-fetch-site": site }), site).toBe(false);
      const claimed = { origin: "https://portal.example.com", "sec-fetch-site": site };
      expect(passes("POST", claimed), site).toBe(false);
    }
  });

  it("does not listen to the Host header", () => {
    const headers = { host: "evil.example", "x-forwarded-host": "evil.example" };
    expect(passes("POST", { ...headers, origin: "https://evil.example" })).toBe(false);
  });

  it("takes every name of the loopback, at the same port", () => {
    const loopback = ownOrigins("http://127.0.0.1:3000");
    expect(passes("POST", { origin: "http://localhost:3000" }, loopback)).toBe(true);
    expect(passes("POST", { origin: "http://[::1]:3000" }, loopback)).toBe(true);
    expect(passes("POST", { origin: "http://localhost:3001" }, loopback)).toBe(false);
    expect(passes("POST", { origin: "https://localhost:3000" }, loopback)).toBe(false);
  });
});
