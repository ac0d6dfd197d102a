import { describe, expect, it } from "vitest";
import { readBody } from "@/lib/http/read-body";
import type { Refusal } from "@/lib/http/refusal";

const JSON_TYPE = { "content-type": "application/json" };

function request(body: BodyInit | null, headers: Record<string, string> = JSON_TYPE): Request {
  const init = { method: "POST", headers, body, duplex: "half" };
  const made = new Request("http://localhost/", init);
  if (!("content-type" in headers)) made.headers.delete("content-type");
  return made;
}

const read = (sent: Request, isOptional = false) => readBody(sent, { maxBytes: 64, isOptional });
const refusal = (sent: Request, isOptional = false) =>
  read(sent, isOptional).then(
    () => "accepted",
    (error: unknown) => (error as Refusal).slug,
  );

function chunks(count: number): ReadableStream<Uint8Array> {
  let left = count;
  return new ReadableStream({
    pull(controller) {
      if (left-- > 0) controller.enqueue(new TextEncoder().encode("          "));
      else controller.close();
    },
  });
}

describe("a body", () => {
  it("is JSON", async () => {
    expect(await read(request('{"a":[1,"é"]}'))).toEqual({
      present: true,
      value: { a: [1, "é"] },
      faults: [],
      byteLength: 14,
    });
  });

  it.each(["", " ", "{", "{'a':1}", '{"a":1,}', "[1 2]", "nul", '{"a":1}x', "NaN", '"a\nb"', "01"])(
    "that is not JSON is malformed: %j",
    async (text) => expect(await refusal(request(text))).toBe("malformed-json"),
  );

  it("that is not UTF-8 is malformed", async () => {
    expect(await refusal(request(new Uint8Array([0x22, 0xff, 0x22])))).toBe("malformed-json");
    expect(await refusal(request(new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22])))).toBe(
      "malformed-json",
    );
  });

  it.each([
    "application/json",
    "Application/JSON; charset=UTF-8",
    'application/json;charset="utf-8"',
    "application/json;",
    "application/json; foo=bar",
    'application/json; profile="https://a.test/;b=\\"c"; charset=utf-8',
    "application/json ; v=1 ;charset=UTF-8",
  ])("may come as %s", async (type) =>
    expect(await refusal(request("{}", { "content-type": type }))).toBe("accepted"),
  );

  it.each([
    ...["text/plain", "application/x-www-form-urlencoded", "application/problem+json", "json"],
    ...["application/json; foo=bar; charset=gbk", "application/json; foo", "application/json; =b"],
    ...["application/json; charset=utf-16; charset=utf-8", "application/json foo=bar"],
    ...["application/json; charset=gbk", "application/jsonp", "multipart/form-data; boundary=x"],
  ])("may not come as %s", async (type) =>
    expect(await refusal(request("{}", { "content-type": type }))).toBe("unsupported-media-type"),
  );

  it("may not come without a type, nor compressed", async () => {
    expect(await refusal(request("{}", {}))).toBe("unsupported-media-type");
    const zipped = { ...JSON_TYPE, "content-encoding": "gzip" };
    expect(await refusal(request("{}", zipped))).toBe("unsupported-media-type");
  });

  it("has at most so many bytes, declared or not", async () => {
    const exactly = `"${"a".repeat(62)}"`;
    const length = (text: string) => ({ ...JSON_TYPE, "content-length": String(text.length) });
    expect(await refusal(request(exactly, length(exactly)))).toBe("accepted");
    expect(await refusal(request(exactly))).toBe("accepted");
    expect(await refusal(request(`${exactly} `))).toBe("payload-too-large");
    expect(await refusal(request("{}", { ...JSON_TYPE, "content-length": "65" }))).toBe(
      "payload-too-large",
    );
    expect(await refusal(request(chunks(7)))).toBe("payload-too-large");
    expect(await refusal(request(`"${"é".repeat(32)}"`))).toBe("payload-too-large");
  });

  it("may be left out where it is optional", async () => {
    expect(await read(request(null, {}), true)).toEqual({ present: false });
    expect(await read(request("", JSON_TYPE), true)).toEqual({ present: false });
    expect(await refusal(request(null, {}))).toBe("malformed-json");
    expect(await refusal(request("{}", {}), true)).toBe("unsupported-media-type");
  });
});
