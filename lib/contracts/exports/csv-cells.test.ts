import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { BYTE_ORDER_MARK, csvLine } from "@/lib/contracts/exports/csv-cells";

const read = (line: string) => parse(line, { bom: true }) as unknown as string[][];

describe("csvLine", () => {
  it.each([
    ["=1+2", "'=1+2"],
    ["+8613800000000", "'+8613800000000"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["\n=1", "'\n=1"],
    ["  =1", "'  =1"],
    ["＝1＋2", "'＝1＋2"],
  ])("makes %j harmless", (text, told) => {
    expect(read(csvLine([text]))).toEqual([[told]]);
  });

  it.each(["a=b", "5-3", "晨曦食品", "–", "owner@sunrise.demo", "", "'quoted'"])(
    "leaves %j as it is",
    (text) => {
      expect(read(csvLine([text, "end"]))).toEqual([[text, "end"]]);
    },
  );

  it("keeps quotes, commas, line breaks and Chinese whole", () => {
    const cells = [
      'Says "hi", twice',
      "one\ntwo\r\nthree",
      "晨曦食品（上海）有限公司，二店",
      " edge ",
    ];
    const file = BYTE_ORDER_MARK + csvLine(cells);
    const bytes = new TextEncoder().encode(file);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(read(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes))).toEqual([cells]);
  });

  it("keeps every digit of an identifier that a spreadsheet would read as a number", () => {
    const ids = ["00018644", "898210154110002", "12345E10"].map((identifier) => ({ identifier }));
    expect(csvLine(ids)).toBe('"00018644\t","898210154110002\t","12345E10\t"\r\n');
    expect(csvLine([{ identifier: "LR123456" }, { identifier: "lim_01J" }])).toBe(
      "LR123456,lim_01J\r\n",
    );
    expect(csvLine([{ identifier: "=HYPER" }])).toBe("'=HYPER\r\n");
  });

  it("writes numbers plainly, and nothing for what is not there", () => {
    expect(csvLine([{ number: "142300.00" }, { number: "-5" }, null])).toBe("142300.00,-5,\r\n");
  });
});
