/** What is wrong with a row, as a code with values for a sentence in the reader's language. */
export type ReadFault = {
  line: number;
  column: string | null;
  code: FaultCode;
  /** What the detail named: a value, a list, a number. */
  named: string;
  also: string;
  about: { merchantId: string; terminalId: string | null } | null;
};

const CODES = [
  ["openRequest", /^a request for this limit is open already$/],
  ["unknownColumn", /^unknown column (.+); known are (.+)$/],
  ["columnTwice", /^column (.+) stands twice$/],
  ["columnMissing", /^column "(.+)" is missing$/],
  ["cells", /^has (\d+) cells, the header (\d+)$/],
  ["sameAs", /^the same (?:merchant|terminal|limit) as line (\d+)$/],
  ["emptyFile", /^the file is empty$/],
  ["noRows", /^the file holds no rows$/],
  ["tooLarge", /^the file is larger than (\d+) bytes$/],
  ["tooMany", /^the file holds more than (\d+) rows$/],
  ["notUtf8", /^the file is not UTF-8$/],
  ["quoteOpen", /^a quotation mark is opened and never closed/],
  ["quoteAfter", /^something stands after a closing quotation mark/],
  ["quoteInside", /^a quotation mark stands inside a cell/],
  ["notCsv", /^is not CSV/],
  ["empty", /^must not be empty$/],
  ["tooLong", /^at most (\d+) characters$/],
  ["oneOf", /^one of (.+)$/],
  ["wholeNumber", /^a whole number, or empty$/],
  ["range", /^from (\d+) to (\d+)$/],
  ["fourDigits", /^four digits$/],
  ["currency", /^not an ISO 4217 currency code$/],
  ["zone", /^not an IANA time zone$/],
  ["moment", /^RFC 3339 with offset/],
  ["timeOfDay", /^HH:MM, or empty$/],
  ["hours", /^HH:MM-HH:MM, or empty/],
  ["mid", /^Not a MID|15 of A-Z/],
  ["tid", /^Not a TID|8 of A-Z/],
  ["control", /^holds the character/],
  ["card", /^looks like a card number/],
  ["noCount", /^a per_transaction limit counts no charges$/],
  ["noMinimum", /^only a per_transaction limit has one$/],
  ["aboveMaximum", /^above max_amount$|minimum would be above the maximum/],
  ["storeOfTerminal", /^a terminal's limit names no store$/],
  ["needsLength", /^a rolling limit needs its length$/],
  ["noLength", /^only a rolling limit has a length$/],
  ["neededWith", /^needed with (time_from|time_to)$/],
  ["endBeforeStart", /^not after starts_at$|end must be after the start/],
  ["past", /^The start must not be in the past/],
  ["noMerchant", /^there is no merchant (.+)$/],
  ["noTerminal", /^the merchant has no terminal (.+)$/],
  ["otherMerchant", /^(.+) belongs to another merchant$/],
  ["noStore", /^the merchant has no such store$/],
  ["closed", /^a closed merchant stays closed$/],
  ["retired", /^a retired terminal stays retired$/],
  ["pending", /^a merchant never becomes pending again$/],
  ["manyMerchants", /^more than (\d+) merchants$/],
  ["manySelected", /^more than (\d+) selected$/],
  ["manyLimits", /^more than (\d+) limits$/],
  ["noSuchLimit", /^has no such limit$/],
  ["notLasting", /^has no lasting values now$/],
  ["noBasis", /^there is nothing to calculate with$/],
  ["belowNothing", /^would be below 0$/],
  ["beyondCounting", /^would be more than can be counted$/],
  ["noReason", /^a change of status needs a reason$/],
  ["tooShort", /^at least (\d+) characters$/],
  ["zoneOfLimits", /^limits of this merchant have hours/],
  ["leavesStore", /^the terminal would leave a store that has limits$/],
  ["noValue", /^a new limit needs a maximum/],
  ["warnAlone", /^is not asked for with a looser limit/],
] as const satisfies readonly (readonly [string, RegExp])[];

export type FaultCode = (typeof CODES)[number][0] | "other";

const COLUMN = /^([a-z_]+): (.+)$/s;

type Fault = { line: number; detail: string; about?: ReadFault["about"] };

/** Reads the detail of a fault; one this list does not know keeps its own words. */
export function readFault({ line, detail, about = null }: Fault): ReadFault {
  const [, column = null, rest = detail] = COLUMN.exec(detail) ?? [];
  for (const [code, pattern] of CODES) {
    const found = pattern.exec(rest);
    if (found) return { line, column, code, named: found[1] ?? "", also: found[2] ?? "", about };
  }
  return { line, column, code: "other", named: rest, also: "", about };
}
