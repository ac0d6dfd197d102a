import { expect, it } from "vitest";
import { BulkEditForm, bulkEditOf, emptyBulkEdit } from "@/lib/contracts/bulk-edit-form";

const form = (said: Partial<BulkEditForm>) => ({ ...emptyBulkEdit("merchants"), ...said });
const faultOf = (said: Partial<BulkEditForm>) =>
  BulkEditForm.safeParse(form(said)).error?.issues.map(({ path }) => path[0]);

it("reads a share with decimals, an amount as typed and a number of charges", () => {
  expect(bulkEditOf(form({ percent: "82,5" }))).toMatchObject({
    step: { by: "percent", value: 8_250 },
  });
  expect(bulkEditOf(form({ by: "set", amount: "1,2345.6" }))).toMatchObject({
    step: { by: "set", value: 1_234_560 },
  });
  const counted = form({ by: "add", metric: "max_count", count: "20" });
  expect(bulkEditOf(counted)).toMatchObject({ metric: "max_count", step: { value: 20 } });
});

it("sets the status its list has, with the reason trimmed", () => {
  const said = { reason: " Found again. " };
  expect(bulkEditOf(form({ ...said, kind: "status", status: "active" }))).toEqual({
    ...{ kind: "status", status: "active", reason: "Found again." },
  });
  const terminals = { ...emptyBulkEdit("registry"), ...said, terminalStatus: "lost" } as const;
  expect(bulkEditOf({ ...terminals, kind: "terminal_status" })).toEqual({
    ...{ kind: "terminal_status", status: "lost", reason: "Found again." },
  });
});

it("lays each fault on the field that has it", () => {
  expect(faultOf({ percent: "1000.01" })).toEqual(["percent"]);
  expect(faultOf({ percent: "-5" })).toEqual(["percent"]);
  expect(faultOf({ by: "add", amount: "" })).toEqual(["amount"]);
  expect(faultOf({ by: "add", metric: "max_count", count: "1.5" })).toEqual(["count"]);
  expect(faultOf({ percent: "80", scopes: [], currency: "XXX" })).toEqual(["scopes", "currency"]);
  expect(faultOf({ kind: "status", reason: "no" })).toEqual(["reason"]);
  expect(faultOf({ kind: "terminal_status", reason: "no" })).toEqual(["reason"]);
  expect(faultOf({ percent: "1000" })).toBeUndefined();
});
