import { expect, it } from "vitest";
import { terminalStatusRows } from "@/lib/domain/bulk-edits/terminal-status-rows";
import type { TerminalStatus } from "@/lib/domain/limit-check/snapshot";
import { terminalOf } from "@/lib/domain/registry";

const ONE = "898210154110002";
const TWO = "898210154110003";
const terminal = (terminalId: string, status: TerminalStatus) =>
  [terminalId, terminalOf({ merchantId: ONE, terminalId, status })] as const;

it("says the status of each, and faults what is retired or not the merchant's", () => {
  const targets = ["A", "B", "C"].map((terminalId) => ({ merchantId: ONE, terminalId }));
  const known = new Map([terminal("A", "deployed"), terminal("B", "retired")]);
  const edit = { status: "lost", reason: "Stolen with the van." } as const;
  const { rows, faults } = terminalStatusRows(
    [...targets, { merchantId: TWO, terminalId: "A" }],
    known,
    edit,
  );
  expect(rows).toEqual([
    {
      line: 1,
      value: {
        ...{ merchantId: ONE, terminalId: "A", status: "lost" },
        statusReason: "Stolen with the van.",
      },
    },
  ]);
  expect(faults).toEqual([
    {
      ...{ line: 2, detail: "status: a retired terminal stays retired" },
      about: { merchantId: ONE, terminalId: "B" },
    },
    {
      ...{ line: 3, detail: "terminal_id: the merchant has no terminal C" },
      about: { merchantId: ONE, terminalId: "C" },
    },
    {
      ...{ line: 4, detail: "terminal_id: the merchant has no terminal A" },
      about: { merchantId: TWO, terminalId: "A" },
    },
  ]);
});

it("leaves what is retired already as it is", () => {
  const known = new Map([terminal("B", "retired")]);
  const edit = { status: "retired", reason: "Sold for parts." } as const;
  const found = terminalStatusRows([{ merchantId: ONE, terminalId: "B" }], known, edit);
  expect(found.faults).toEqual([]);
  expect(found.rows).toHaveLength(1);
});
