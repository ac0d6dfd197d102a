import { expect, it } from "vitest";
import ts from "typescript";
import { samplesOf } from "@/lib/contracts/request-samples";

const url = "https://portal.example/api/v1/reservations";
const body = { amount: { value: 100, currency: "CNY" }, note: "it's" };
const samples = samplesOf({ method: "POST", url, needsKey: true, isOnce: true, body });

it.each(Object.entries(samples))(
  "%s names the address, the method, the key and the body",
  (_language, text) => {
    expect(text).toContain(url);
    expect(text).toContain("POST");
    expect(text).toMatch(/Bearer/);
    expect(text).toMatch(/Idempotency-Key/);
    expect(text).toContain('"currency":"CNY"');
  },
);

it("is TypeScript that parses", () => {
  const { diagnostics } = ts.transpileModule(samples.TypeScript, { reportDiagnostics: true });
  expect(diagnostics).toEqual([]);
});

it("escapes what would end a PHP text", () => {
  expect(samples.PHP).toContain(String.raw`"note":"it\'s"`);
});

it("keeps a body whole inside a shell's quotes and a Java text block", () => {
  expect(samples.curl).toContain(String.raw`"note":"it'\''s"`);
  const quoted = { method: "POST", url, needsKey: true, isOnce: false, body: { note: 'a "b"' } };
  expect(samplesOf(quoted).Java).toContain(String.raw`{"note":"a \\"b\\""}`);
});

it("leaves out what a reading request has not", () => {
  const read = samplesOf({ method: "GET", url, needsKey: false, isOnce: false, body: undefined });
  for (const text of Object.values(read)) {
    expect(text).not.toMatch(/Bearer|Idempotency-Key|Content-Type/);
  }
});
