import { describe, expect, it } from "vitest";
import { readImport } from "@/lib/contracts/imports/import-file";
import { limitsFile } from "@/lib/contracts/imports/limits";
import { merchantsFile } from "@/lib/contracts/imports/merchants";
import type { CsvFormat } from "@/lib/contracts/imports/read-csv";
import { readFault } from "@/lib/contracts/imports/read-fault";
import { terminalsFile } from "@/lib/contracts/imports/terminals";

const MID = "898210154110002";

function codesOf<T>(format: CsvFormat<T>, ...lines: string[]) {
  const bytes = new TextEncoder().encode(lines.join("\n"));
  return readImport(bytes, format).faults.map((fault) => {
    const { line, column, code, named } = readFault(fault);
    return [line, column, code, named];
  });
}

const MERCHANTS = "merchant_id,legal_name,mcc,tier,currency,time_zone,status";

describe("a fault of a file", () => {
  it("is told by column and code, in whichever kind of file it stands", () => {
    expect(
      codesOf(
        merchantsFile,
        MERCHANTS,
        `1,,12,tiny,XXQ,Mars,open`,
        `${MID},${"x".repeat(201)},5411,micro,CNY,Asia/Shanghai,active`,
        `${MID},A,5411,micro,CNY,Asia/Shanghai`,
        `${MID},4111 1111 1111 1111,5411,micro,CNY,Asia/Shanghai,active`,
        `${MID},A,5411,micro,CNY,Asia/Shanghai,active`,
        `${MID},B,5411,micro,CNY,Asia/Shanghai,active`,
      ),
    ).toEqual([
      [2, "merchant_id", "mid", ""],
      [2, "legal_name", "empty", ""],
      [2, "mcc", "fourDigits", ""],
      [2, "tier", "oneOf", "micro, individual, enterprise"],
      [2, "currency", "currency", ""],
      [2, "time_zone", "zone", ""],
      [2, "status", "oneOf", "pending, active, suspended, closed"],
      [3, "legal_name", "tooLong", "200"],
      [4, null, "cells", "6"],
      [5, "legal_name", "card", ""],
      [7, null, "sameAs", "6"],
    ]);
    expect(
      codesOf(terminalsFile, "merchant_id,terminal_id,status,trading_hours", `${MID},1,lost,9-10`),
    ).toEqual([
      [2, "terminal_id", "tid", ""],
      [2, "trading_hours", "hours", ""],
    ]);
    const limits =
      "merchant_id,terminal_id,window,currency,min_amount,max_amount,max_count,starts_at,ends_at,store,window_seconds,time_from,time_to";
    expect(
      codesOf(
        limitsFile,
        limits,
        `${MID},x,daily,CNY,,1.5,,tomorrow,,,5,9,`,
        `${MID},,per_transaction,CNY,,,3,,,,,,`,
        `${MID},,daily,CNY,1,,,,,,,,`,
        `${MID},,per_transaction,CNY,9,1,,,,,,,`,
        `${MID},00018644,daily,CNY,,1,,,,East,,,`,
        `${MID},,rolling,CNY,,1,,,,,,,`,
        `${MID},,daily,CNY,,1,,,,,600,,`,
        `${MID},,weekly,CNY,,1,,,,,,09:00,`,
        `${MID},,monthly,CNY,,1,,2026-12-02T00:00:00Z,2026-12-01T00:00:00Z,,,,`,
      ),
    ).toEqual([
      [2, "terminal_id", "tid", ""],
      [2, "max_amount", "wholeNumber", ""],
      [2, "starts_at", "moment", ""],
      [2, "window_seconds", "range", "60"],
      [2, "time_from", "timeOfDay", ""],
      [3, "max_count", "noCount", ""],
      [4, "min_amount", "noMinimum", ""],
      [5, "min_amount", "aboveMaximum", ""],
      [6, "store", "storeOfTerminal", ""],
      [7, "window_seconds", "needsLength", ""],
      [8, "window_seconds", "noLength", ""],
      [9, "time_to", "neededWith", "time_from"],
      [10, "ends_at", "endBeforeStart", ""],
    ]);
  });

  it("is told of the header and of the file as a whole", () => {
    expect(codesOf(merchantsFile, "")).toEqual([[1, null, "emptyFile", ""]]);
    expect(codesOf(merchantsFile, MERCHANTS)).toEqual([[1, null, "noRows", ""]]);
    expect(codesOf(merchantsFile, `${MERCHANTS},colour,mcc`).map(([, , code]) => code)).toEqual([
      "unknownColumn",
      "columnTwice",
    ]);
    expect(codesOf(merchantsFile, "merchant_id").map(([, , code]) => code)).toEqual(
      Array<string>(6).fill("columnMissing"),
    );
    expect(codesOf(merchantsFile, MERCHANTS, '"open')).toEqual([[2, null, "quoteOpen", ""]]);
    const gbk = new Uint8Array([0xc9, 0xcc, 0xbb, 0xa7]);
    expect(readImport(gbk, merchantsFile).faults.map(readFault)).toMatchObject([
      { code: "notUtf8" },
    ]);
    const huge = readImport(new Uint8Array(2_000_001), merchantsFile);
    expect(huge.faults.map(readFault)).toMatchObject([{ code: "tooLarge", named: "2000000" }]);
    const rows = Array.from({ length: 10_001 }, (_, n) => `${MID},,rolling,CNY,${60 + n}`);
    expect(
      codesOf(limitsFile, "merchant_id,terminal_id,window,currency,window_seconds", ...rows),
    ).toEqual([[10_002, null, "tooMany", "10000"]]);
  });

  it("keeps words this list does not know", () => {
    expect(readFault({ line: 3, detail: "mcc: is odd" })).toMatchObject({
      ...{ column: "mcc", code: "other", named: "is odd" },
    });
  });
});
