import { expect, test } from "@playwright/test";
import { signInByRequest } from "@/e2e/sign-in";

const NEVER_THERE = "00000000000000000000000000000000000000000a";

test("parameters twice or with U+0000 are read as well as they can be", async ({
  request,
  baseURL,
}) => {
  for (const path of [
    "/sign-in?next=/a&next=/b",
    "/sign-up?token=a&token=b",
    "/sign-up?token=%00",
  ]) {
    expect((await request.get(path)).status(), path).toBe(200);
  }
  await signInByRequest(request, baseURL!, "admin@acquirer.demo");
  for (const path of [
    ...["/merchants?q=%00", "/merchants?q=a&q=b&after=%00", "/queue?q=%00&after=%00&before=x"],
    "/audit?merchant=%00&actor=%00&action=%00&subject=%00&after=%00",
  ]) {
    expect((await request.get(path)).status(), path).toBe(200);
  }
});

test("a form that no page of ours sends is refused as a problem", async ({ request, baseURL }) => {
  const send = (data: string, headers: Record<string, string> = {}) =>
    request.post("/sign-in", {
      data,
      headers: {
        ...{ origin: baseURL!, "next-action": NEVER_THERE },
        ...{ "content-type": "text/plain;charset=UTF-8", ...headers },
      },
    });
  const deep = "[".repeat(20_000) + "]".repeat(20_000);
  for (const [body, status] of [
    ['["$1"]', 400],
    ["xx", 400],
    ["", 400],
    [deep, 400],
    [JSON.stringify(["a".repeat(1_100_000)]), 413],
  ] as const) {
    const answer = await send(body);
    expect([body.slice(0, 10), answer.status()]).toEqual([body.slice(0, 10), status]);
    expect(answer.headers()["content-type"]).toBe("application/problem+json");
    expect(answer.headers()["x-content-type-options"]).toBe("nosniff");
  }
  const multipart = { "content-type": "multipart/form-data; boundary=x" };
  expect((await send("--x--", multipart)).status()).toBe(415);
});
