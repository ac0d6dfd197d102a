import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { NOWHERE, readablePage, toOriginForm } from "@/lib/http/request-target";

const read = (url: string) => {
  const request = { url, headers: { host: "portal.example" } } as IncomingMessage;
  toOriginForm(request);
  return [request.url, request.headers.host];
};

describe("a request's target", () => {
  it.each([
    ["/api/v1/compliance?a=b", "/api/v1/compliance?a=b", "portal.example"],
    ["http://127.0.0.1:3900/api/v1/compliance", "/api/v1/compliance", "127.0.0.1:3900"],
    [
      "HTTPS://other.example/home?next=http://x.test/",
      "/home?next=http://x.test/",
      "other.example",
    ],
    ["http://other.example", "/", "other.example"],
    ["http://other.example?a=b", "/?a=b", "other.example"],
    ["http://user:secret@other.example/home", "/home", "other.example"],
    ["*", "*", "portal.example"],
  ])("%s is %s of %s", (target, path, host) => {
    expect(read(target)).toEqual([path, host]);
  });
});

describe("a page's target", () => {
  it.each(["/", "/terminals/%E6%B8%AF?x=%ff", "/terminals/a%20b"])("%s is kept", (target) => {
    expect(readablePage(target)).toBe(target);
  });

  it("is kept without U+0000 in its parameters", () => {
    expect(readablePage("/audit?merchant=%00&actor=a%00b")).toBe("/audit?merchant=&actor=ab");
  });

  it.each(["*", "terminals", "/terminals/%ff", "/terminals/%", "/merchants/%00"])(
    "%s leads nowhere",
    (target) => expect(readablePage(target)).toBe(NOWHERE),
  );
});
