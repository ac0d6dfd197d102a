import { describe, expect, it } from "vitest";
import { assertActionBody, isActionAsked } from "@/lib/http/action-body";

const call = (body: string, headers: Record<string, string> = {}) =>
  assertActionBody(
    new Request("http://localhost/people", {
      method: "POST",
      body,
      headers: { "next-action": "40ab", "content-type": "text/plain;charset=UTF-8", ...headers },
    }),
  );

const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

describe("the body of a server action", () => {
  it.each(["[]", '["en"]', '["$undefined"]', '[{"reason":"$$5 a day","at":null,"n":[1,"$NaN"]}]'])(
    "may be %s",
    async (body) => expect(await call(body)).toBeUndefined(),
  );

  it.each(["", "xx", "{}", '"a"', "5", '["$1"]', '["$K1"]', '[{"a":["$F2"]}]', '["$n12x"]'])(
    "may not be %j",
    (body) => expect(call(body)).rejects.toMatchObject({ code: "malformed-json" }),
  );

  it("may not be nested deeply", async () => {
    await expect(call(nested(15))).resolves.toBeUndefined();
    for (const depth of [50, 20_000]) {
      await expect(call(nested(depth))).rejects.toMatchObject({ code: "malformed-json" });
    }
  });

  it("has at most 64 KiB, whatever it says of its length", async () => {
    const large = JSON.stringify(["a".repeat(70_000)]);
    await expect(call(large)).rejects.toMatchObject({ code: "payload-too-large" });
    const announced = { "content-length": "2000000" };
    await expect(call("[]", announced)).rejects.toMatchObject({ code: "payload-too-large" });
  });

  it("is of our own type and names an action", async () => {
    const other = { "content-type": "multipart/form-data; boundary=x" };
    await expect(call("[]", other)).rejects.toMatchObject({ code: "unsupported-media-type" });
    const request = new Request("http://localhost/people", { method: "POST", body: "[]" });
    await expect(assertActionBody(request)).rejects.toMatchObject({
      code: "unsupported-media-type",
    });
  });

  it("is looked at on pages only", () => {
    expect(isActionAsked({ method: "POST" }, "/people")).toBe(true);
    expect(isActionAsked({ method: "GET" }, "/people")).toBe(false);
    expect(isActionAsked({ method: "POST" }, "/api/auth/signout")).toBe(false);
  });
});
