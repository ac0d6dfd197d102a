import { describe, expect, it } from "vitest";
import { ImportSent } from "@/lib/contracts/imports/import-preview";
import { limitsFile } from "@/lib/contracts/imports/limits";
import { merchantsFile } from "@/lib/contracts/imports/merchants";
import { readCsv } from "@/lib/contracts/imports/read-csv";
import { terminalsFile } from "@/lib/contracts/imports/terminals";

const bytes = (text: string) => new TextEncoder().encode(text);

const MERCHANTS = "merchant_id,legal_name,trading_name,mcc,tier,currency,time_zone,status";
const SUNRISE =
  "898210154110002,Sunrise Foods Ltd,Sunrise,5411,individual,CNY,Asia/Shanghai,active";
const merchants = (...lines: string[]) =>
  readCsv(bytes([MERCHANTS, ...lines].join("\n")), merchantsFile);

const terminals = (header: string, ...lines: string[]) =>
  readCsv(bytes([header, ...lines].join("\n")), terminalsFile);

const LIMITS =
  "merchant_id,terminal_id,window,currency,min_amount,max_amount,max_count,entry_modes," +
  "funding_sources,card_origins,starts_at,ends_at";
const limits = (...lines: string[]) => readCsv(bytes([LIMITS, ...lines].join("\n")), limitsFile);

describe("a merchants file", () => {
  it("is read, whatever the order of its columns", () => {
    const { rows, faults } = readCsv(
      bytes(
        "status,merchant_id,mcc,tier,currency,time_zone,legal_name,trading_name\r\n" +
          'pending,898210154110002,5411,micro,CNY,Asia/Shanghai,"晨曦, ""食品""",晨曦\r\n',
      ),
      merchantsFile,
    );
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      {
        line: 2,
        value: {
          merchantId: "898210154110002",
          legalName: '晨曦, "食品"',
          tradingName: "晨曦",
          mcc: "5411",
          tier: "micro",
          currency: "CNY",
          timeZone: "Asia/Shanghai",
          status: "pending",
          statusReason: null,
        },
      },
    ]);
  });

  it("may begin with a byte-order mark, and end with or without a line break", () => {
    for (const end of ["", "\n", "\r\n", "\n\n"]) {
      const file = bytes(`\uFEFF${MERCHANTS}\n${SUNRISE}${end}`);
      expect(readCsv(file, merchantsFile)).toMatchObject({ faults: [], rows: [{ line: 2 }] });
    }
  });

  it("holds nothing when there is only a header", () => {
    expect(merchants()).toEqual({ rows: [], faults: [] });
  });

  it("is refused when it is not UTF-8, or empty", () => {
    const latin = Uint8Array.from([...bytes(`${MERCHANTS}\n`), 0xe9, 0x2c]);
    expect(readCsv(latin, merchantsFile).faults).toEqual([
      { line: 1, detail: "the file is not UTF-8" },
    ]);
    expect(readCsv(bytes(""), merchantsFile).faults).toHaveLength(1);
  });

  it("is refused for an unknown, a doubled or a missing column", () => {
    const header = "merchant_id,legal_name,mcc,mcc,tier,currency,time_zone,colour";
    const { faults } = readCsv(bytes(`${header}\n`), merchantsFile);
    expect(faults.map(({ line, detail }) => `${line} ${detail.split(";")[0]}`)).toEqual([
      '1 unknown column "colour"',
      '1 column "mcc" stands twice',
      '1 column "status" is missing',
    ]);
  });

  it("tells every bad row with its line", () => {
    const { faults, rows } = merchants(
      SUNRISE,
      "8982101541100,Short,Short,5411,micro,CNY,Asia/Shanghai,active",
      '898210154110003,"Two\nlines",x,541,micro,CNY,Asia/Shanghai,active',
      "898210154110004,,x,5411,tiny,XYZ,Mars/Olympus,open",
      "898210154110005,few cells",
      SUNRISE,
    );
    expect(rows).toHaveLength(1);
    expect(faults.map(({ line, detail }) => `${line} ${detail.split(":")[0]}`)).toEqual([
      "3 merchant_id",
      "4 mcc",
      "6 legal_name",
      "6 tier",
      "6 currency",
      "6 time_zone",
      "6 status",
      "7 has 2 cells, the header 8",
      "8 the same merchant as line 2",
    ]);
  });

  it("tells a quotation mark that is never closed without what follows it", () => {
    const { faults } = merchants(SUNRISE, '898210154110003,"4111 1111 1111 1111,x');
    expect(faults).toHaveLength(1);
    expect(faults[0]?.detail).not.toContain("4111");
  });
});

describe("what looks like a card number", () => {
  it("refuses its row in any cell but those of identifiers, and is not repeated", () => {
    const { faults } = merchants(
      "898210154110002,Pay 4111 1111 1111 1111 Ltd,x,5411,micro,CNY,Asia/Shanghai,active",
    );
    expect(faults).toEqual([
      { line: 2, detail: "legal_name: looks like a card number, which is never accepted" },
    ]);
    const serial = terminals(
      "merchant_id,terminal_id,status,serial_number",
      "411111111111111,00018644,deployed,4111111111111111",
    );
    expect(serial.faults).toEqual([]);
  });

  it("is not repeated from a header or an impossible quotation either", () => {
    const told = [
      readCsv(bytes("4111111111111111,merchant_id\n"), merchantsFile),
      readCsv(bytes('merchant_id,"4111111111111111"x\n'), merchantsFile),
      readCsv(bytes('merchant_id,4111111111111111"x\n'), merchantsFile),
    ];
    for (const { faults } of told) {
      expect(faults.length).toBeGreaterThan(0);
      expect(JSON.stringify(faults)).not.toContain("4111");
    }
  });
});

describe("a terminals file", () => {
  it("splits lists at semicolons; an empty one means all, a missing column says nothing", () => {
    const { rows, faults } = terminals(
      "merchant_id,terminal_id,store,serial_number,model,app_version,status,entry_modes,currencies",
      "898210154110002,00018644,Main,SN1,A930,4.12.1,deployed,chip; contactless,CNY",
      "898210154110002,00018645,,,,,inventory,,",
    );
    expect(faults).toEqual([]);
    expect(rows[0]?.value).toMatchObject({
      entryModes: ["chip", "contactless"],
      currencies: ["CNY"],
      store: "Main",
    });
    expect(rows[1]?.value).toMatchObject({
      ...{ entryModes: [], currencies: [], store: null, serialNumber: null },
      tradingHours: undefined,
    });
  });

  it("takes the reason of a status where the file gives one", () => {
    const header = "merchant_id,terminal_id,status,status_reason";
    const { rows } = terminals(
      ...[header, "898210154110002,00018644,lost,Stolen last night."],
      "898210154110002,00018645,lost,",
    );
    expect(rows[0]?.value.statusReason).toBe("Stolen last night.");
    expect(rows[1]?.value).not.toHaveProperty("statusReason");
  });

  it.each([
    ["status_reason", "gone"],
    ["trading_hours", "9:00-18:00"],
    ["trading_hours", "09:00-24:00"],
    ["entry_modes", "chip;tap"],
    ["currencies", "CNY;RMB"],
    ["card_origins", "abroad"],
    ["funding_sources", "cash"],
  ])("refuses %s %s", (column, cell) => {
    const { faults } = terminals(
      `merchant_id,terminal_id,status,${column}`,
      `898210154110002,00018644,deployed,${cell}`,
    );
    expect(faults).toHaveLength(1);
    expect(faults[0]?.detail).toMatch(new RegExp(`^${column}: `));
  });

  it("knows a terminal by its TID, whoever's it is said to be", () => {
    const { faults } = terminals(
      "merchant_id,terminal_id,status",
      "898210154110002,00018644,deployed",
      "898210154110003,00018644,deployed",
    );
    expect(faults).toMatchObject([{ line: 3 }]);
  });

  it("refuses U+0000", () => {
    const { faults } = terminals(
      "merchant_id,terminal_id,status,model",
      "898210154110002,00018644,deployed,A\0B",
    );
    expect(faults).toEqual([{ line: 2, detail: "model: holds the character U+0000" }]);
  });
});

describe("a limits file", () => {
  it("reads scope, filters, values and moments", () => {
    const { rows, faults } = limits(
      "898210154110002,00018644,per_transaction,CNY,100,5000000,,,,,,",
      "898210154110002,,daily,CNY,,9007199254740991,0,chip;qr_dynamic,credit,foreign," +
        "2026-12-01T00:00:00+08:00,2026-12-08T00:00:00+08:00",
    );
    expect(faults).toEqual([]);
    expect(rows[0]?.value).toMatchObject({
      identity: { scope: "terminal", terminalId: "00018644", window: "per_transaction" },
      values: { minAmountMinor: 100, maxAmountMinor: 5_000_000, maxCount: null },
      ...{ startsAt: null, endsAt: null, warnPercent: null },
    });
    expect(rows[1]?.value).toMatchObject({
      identity: {
        ...{ scope: "merchant", terminalId: null },
        filters: {
          entryModes: ["chip", "qr_dynamic"],
          fundingSources: ["credit"],
          cardOrigins: ["foreign"],
        },
      },
      values: { maxAmountMinor: Number.MAX_SAFE_INTEGER, maxCount: 0 },
      startsAt: Date.parse("2026-12-01T00:00:00+08:00"),
      endsAt: Date.parse("2026-12-08T00:00:00+08:00"),
    });
  });

  it.each([
    ["a float", "898210154110002,,daily,CNY,,100.5,,,,,,"],
    ["a negative amount", "898210154110002,,daily,CNY,,-1,,,,,,"],
    ["more than 2^53-1", "898210154110002,,daily,CNY,,9007199254740992,,,,,,"],
    ["a minimum above the maximum", "898210154110002,,per_transaction,CNY,200,100,,,,,,"],
    ["a count for one charge", "898210154110002,,per_transaction,CNY,,100,5,,,,,"],
    ["a minimum for a day", "898210154110002,,daily,CNY,5,100,,,,,,"],
    ["a currency that does not exist", "898210154110002,,daily,RMB,,100,,,,,,"],
    ["a local time", "898210154110002,,daily,CNY,,100,,,,,2026-12-01 00:00,"],
    [
      "an end before the start",
      "898210154110002,,daily,CNY,,1,,,,,2026-12-02T00:00:00Z,2026-12-01T00:00:00Z",
    ],
    ["a window that does not exist", "898210154110002,,yearly,CNY,,100,,,,,,"],
    ["a short TID", "898210154110002,1864,daily,CNY,,100,,,,,,"],
  ])("refuses %s", (_what, line) => {
    const { rows, faults } = limits(line);
    expect(rows).toEqual([]);
    expect(faults).toMatchObject([{ line: 2 }]);
  });

  const row = (cells: Record<string, string>) => {
    const given = { merchant_id: "898210154110002", window: "daily", currency: "CNY", ...cells };
    const file = [Object.keys(given).join(","), Object.values(given).join(",")].join("\n");
    return readCsv(bytes(file), limitsFile);
  };
  const identityOf = (cells: Record<string, string>) => {
    const { rows, faults } = row(cells);
    expect(faults).toEqual([]);
    return rows[0]?.value.identity;
  };

  it("reads weekly and rolling windows, stores, hours and weekdays", () => {
    expect(identityOf({ window: "weekly", store: "" })).toMatchObject({
      ...{ scope: "merchant", store: null, window: "weekly", windowSeconds: null },
    });
    expect(identityOf({ window: "rolling", window_seconds: "3600", store: "Main" })).toMatchObject({
      ...{ scope: "store", store: "Main", terminalId: null, windowSeconds: 3_600 },
    });
    for (const window_seconds of ["60", "604800"])
      expect(identityOf({ window: "rolling", window_seconds })).toMatchObject({
        windowSeconds: Number(window_seconds),
      });
    const hours = { time_from: "22:00", time_to: "06:00", days_of_week: "7;1; 5;1" };
    expect(identityOf({ ...hours, terminal_id: "00018644", store: "" })).toMatchObject({
      scope: "terminal",
      filters: { timeFrom: "22:00", timeTo: "06:00", daysOfWeek: [1, 5, 7] },
    });
    expect(identityOf({ time_from: "", time_to: "", days_of_week: "" })).toMatchObject({
      filters: { timeFrom: null, timeTo: null, daysOfWeek: [] },
    });
  });

  it.each([
    [{ window: "rolling" }, "window_seconds: a rolling limit needs its length"],
    [{ window: "rolling", window_seconds: "" }, "window_seconds: a rolling limit needs its length"],
    [{ window: "rolling", window_seconds: "59" }, "window_seconds: from 60 to 604800"],
    [{ window: "rolling", window_seconds: "604801" }, "window_seconds: from 60 to 604800"],
    [{ window: "rolling", window_seconds: "1h" }, "window_seconds: a whole number, or empty"],
    [{ window_seconds: "60" }, "window_seconds: only a rolling limit has a length"],
    [{ terminal_id: "00018644", store: "Main" }, "store: a terminal's limit names no store"],
    [{ time_from: "09:00" }, "time_to: needed with time_from"],
    [{ time_to: "09:00", time_from: "" }, "time_from: needed with time_to"],
    [{ time_from: "9:00", time_to: "10:00" }, "time_from: HH:MM, or empty"],
    [{ time_from: "09:00", time_to: "24:00" }, "time_to: HH:MM, or empty"],
    [{ days_of_week: "0" }, "days_of_week: one of 1, 2, 3, 4, 5, 6, 7"],
    [{ days_of_week: "Mon" }, "days_of_week: one of 1, 2, 3, 4, 5, 6, 7"],
    [{ window: "weekly", min_amount: "5" }, "min_amount: only a per_transaction limit has one"],
  ])("refuses %j", (cells, detail) => {
    expect(row(cells as Record<string, string>).faults).toEqual([{ line: 2, detail }]);
  });

  it("knows limits apart by store, seconds, hours and weekdays", () => {
    const header =
      "merchant_id,window,currency,store,window_seconds,time_from,time_to,days_of_week";
    const file = [
      ...["weekly,CNY,,,,,", "weekly,CNY,Main,,,,", "weekly,CNY,Side,,,,", "rolling,CNY,,60,,,"],
      ...["rolling,CNY,,61,,,", "daily,CNY,,,09:00,17:00,", "daily,CNY,,,09:00,18:00,"],
      ...["daily,CNY,,,,,1;2", "daily,CNY,,,,,2", "daily,CNY,,,,,2;1"],
    ].map((cells) => `898210154110002,${cells}`);
    const { faults } = readCsv(bytes([header, ...file].join("\n")), limitsFile);
    expect(faults).toEqual([{ line: 11, detail: "the same limit as line 9" }]);
  });

  it("takes the same scope, window, currency and filters twice for one limit", () => {
    const { faults } = limits(
      "898210154110002,00018644,daily,CNY,,100,,chip;contactless,,,,",
      "898210154110002,00018644,daily,CNY,,100,,chip,,,,",
      "898210154110002,00018644,daily,CNY,,200,,contactless;chip,,,,",
      "898210154110002,,daily,CNY,,200,,contactless;chip,,,,",
    );
    expect(faults).toMatchObject([{ line: 4 }]);
  });
});

describe("what is sent to be imported", () => {
  const edit = { kind: "status", status: "suspended", reason: "Site visit due." };
  const selection = { list: "merchants", ids: ["898210154110002"] };
  const bulk = (more: object = {}) =>
    JSON.stringify({ selection, edit, leavesOut: false, ...more });

  it("is a file or an edit, which tells by itself what it is about", () => {
    const file = new Blob(["merchant_id"]);
    expect(ImportSent.parse({ noun: "limits", file, name: " a.csv " })).toMatchObject({
      ...{ noun: "limits", name: "a.csv", seen: "" },
    });
    expect(ImportSent.parse({ noun: "limits", bulk: bulk() })).toMatchObject({
      ...{ noun: "merchants", bulk: { edit } },
    });
  });

  it("is neither without one, nor an edit that cannot be read", () => {
    expect(ImportSent.safeParse({ noun: "limits" }).success).toBe(false);
    expect(ImportSent.safeParse({ bulk: "{" }).success).toBe(false);
    expect(ImportSent.safeParse({ bulk: bulk({ selection: { list: "audit" } }) }).success).toBe(
      false,
    );
    const tooMany = { list: "merchants", ids: Array.from({ length: 5_001 }, String) };
    expect(ImportSent.safeParse({ bulk: bulk({ selection: tooMany }) }).success).toBe(false);
    const card = { ...edit, reason: "Card 4111 1111 1111 1111 was used." };
    expect(ImportSent.safeParse({ bulk: bulk({ edit: card }) }).success).toBe(false);
  });
});
