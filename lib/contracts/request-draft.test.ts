import { expect, it } from "vitest";
import {
  addressOf,
  bodyOf,
  missingIn,
  type RequestDraft,
  sampleOf,
  startOf,
} from "@/lib/contracts/request-draft";

const draft: RequestDraft = {
  method: "POST",
  base: "https://portal.example/api/v1",
  path: "/reservations/{id}/commit",
  inputs: [
    { name: "id", place: "path", isRequired: true, example: "rsv_1" },
    { name: "state", place: "query", isRequired: false, example: "open" },
  ],
  needsKey: true,
  isOnce: true,
  body: { amount: { value: 100, currency: "CNY" } },
};

const start = startOf(draft);
const withInputs = (inputs: Record<string, string>) => ({ ...start, inputs });

it("begins with examples where something must stand, and with the body laid out", () => {
  expect(start.inputs).toEqual({ id: "rsv_1", state: "" });
  expect(start.body.split("\n")).toHaveLength(6);
  expect(startOf({ ...draft, body: undefined }).body).toBe("");
});

it("writes values into the address so that none ends it", () => {
  expect(addressOf(draft, start)).toBe("/reservations/rsv_1/commit");
  expect(addressOf(draft, withInputs({ id: "a/b?$&", state: " a&b " }))).toBe(
    "/reservations/a%2Fb%3F%24%26/commit?state=a%26b",
  );
  expect(addressOf(draft, withInputs({ id: " " }))).toBe("/reservations/{id}/commit");
});

it("names what is missing", () => {
  expect(missingIn(draft, start)).toEqual([]);
  expect(missingIn(draft, withInputs({ id: " ", state: "" }))).toEqual(["id"]);
});

it("reads the body, none, and what is no JSON", () => {
  expect(bodyOf(draft, start)).toEqual({ ok: true, value: draft.body });
  expect(bodyOf(draft, { ...start, body: "  " })).toEqual({ ok: true, value: undefined });
  expect(bodyOf(draft, { ...start, body: "{" })).toEqual({ ok: false });
});

it("shows what is typed as code, and the example while the body is being typed", () => {
  expect(sampleOf(draft, { ...start, body: '{"note":1}' }).body).toEqual({ note: 1 });
  expect(sampleOf(draft, { ...start, body: '{"note":' }).body).toEqual(draft.body);
});
