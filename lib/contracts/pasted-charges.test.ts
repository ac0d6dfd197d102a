import { describe, expect, it } from "vitest";
import { type PastedContext, readPastedCharges } from "@/lib/contracts/pasted-charges";

const CONTEXT: PastedContext = {
  terminalId: "00018644",
  known: new Set(["00018644", "00018645", "TERRACE1"]),
  currencyOf: (terminalId) => (terminalId === "00018645" ? "JPY" : "CNY"),
  entryModes: new Map([
    ["tap", "contactless"],
    ["挥卡", "contactless"],
  ]),
};

const read = (text: string) =>
  readPastedCharges(text, CONTEXT).map((row) =>
    row.ok
      ? [row.proposal.terminalId, row.proposal.amountMinor, row.proposal.entryMode].filter(Boolean)
      : row.fault,
  );

describe("charges pasted from a spreadsheet", () => {
  it.each([
    ["12345.60", 1_234_560],
    ["1,2345.6", 1_234_560],
    ["１２３４５．６", 1_234_560],
    ["１，２３４５．６", 1_234_560],
    ["¥ 500", 50_000],
    ["CNY 500", 50_000],
    ["500元", 50_000],
    ['"1,234.50"', 123_450],
    ["12345678", 1_234_567_800],
  ])("reads the amount %s", (text, amountMinor) => {
    expect(read(text)).toEqual([["00018644", amountMinor]]);
  });

  it.each([
    ["TERRACE1\t1,234.50"],
    ["TERRACE1,1234.50"],
    ["TERRACE1,1,234.50"],
    ["TERRACE1, 1,234.50"],
    ["TERRACE1 1,234.50"],
    ['TERRACE1,"1,234.50"'],
    ["TERRACE1；1234.5"],
    ["ＴＥＲＲＡＣＥ１，1234.5"],
  ])("reads terminal and amount of %s", (text) => {
    expect(read(text)).toEqual([["TERRACE1", 123_450]]);
  });

  it("takes a terminal of digits for a terminal, never for the head of a number", () => {
    expect(read("00018644,500")).toEqual([["00018644", 50_000]]);
    expect(read("00018644\t500")).toEqual([["00018644", 50_000]]);
  });

  it("reads each terminal's amount in its own currency", () => {
    expect(read("00018645\t500")).toEqual([["00018645", 500]]);
    expect(read("00018645\t500.5")).toEqual(["too_many_decimals"]);
  });

  it.each(["500\tchip", "500,chip", "500 chip", "500;Chip"])(
    "reads the entry mode of %s",
    (text) => {
      expect(read(text)).toEqual([["00018644", 50_000, "chip"]]);
    },
  );

  it("knows ways to read a card by their names, too", () => {
    expect(read("TERRACE1\t500\tTap\nTERRACE1,500,挥卡")).toEqual([
      ["TERRACE1", 50_000, "contactless"],
      ["TERRACE1", 50_000, "contactless"],
    ]);
  });

  it("reads several amounts on one line, and passes over headings, empty lines and empty cells", () => {
    expect(read("amount\r\n100\t\t200\r\n\r\n300, 400")).toEqual(
      [10_000, 20_000, 30_000, 40_000].map((amount) => ["00018644", amount]),
    );
  });

  it.each([
    ["hello", "not_a_number"],
    ["1,23", "not_a_number"],
    ["-5", "not_a_number"],
    ["0", "out_of_range"],
    ["9999999999.99", ["00018644", 999_999_999_999]],
    ["10000000000.00", "out_of_range"],
    ["1.234", "too_many_decimals"],
    ["NOSUCHTD\t500", "unknown_terminal"],
    ["500\tby hand", "unknown_entry_mode"],
    ["TERRACE1\t500\tchip\tmore", "too_many_columns"],
    ["4111 1111 1111 1111", "card_number"],
    ["4111111111111111", "card_number"],
  ])("answers %s with %s", (text, answer) => {
    expect(read(text)).toEqual([answer]);
  });

  it("leaves unknown terminals to the check where not all are known", () => {
    const rows = readPastedCharges("NOSUCHTD\t500", { ...CONTEXT, known: null });
    expect(rows).toMatchObject([{ ok: true, proposal: { terminalId: "NOSUCHTD" } }]);
  });

  it("numbers lines as they were pasted", () => {
    expect(readPastedCharges("\n5\n\n6", CONTEXT).map(({ line }) => line)).toEqual([2, 4]);
  });
});
