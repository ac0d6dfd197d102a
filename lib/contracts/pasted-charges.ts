import { holdsCardNumber } from "@/lib/domain/card-number";
import { TERMINAL_ID_PATTERN } from "@/lib/domain/ids";
import type { Proposal } from "@/lib/domain/limit-check/snapshot";
import { ENTRY_MODES } from "@/lib/domain/limits/limit";
import { isChargeAmount, parseAmount } from "@/lib/domain/money";

type EntryMode = (typeof ENTRY_MODES)[number];

export type PastedFault =
  | "not_a_number"
  | "too_many_decimals"
  | "out_of_range"
  | "unknown_terminal"
  | "unknown_entry_mode"
  | "too_many_columns"
  | "card_number";

/** A charge that was read, or why its line could not be; `line` counts from 1, `text` is what stood there. */
export type PastedRow = { line: number; text: string } & (
  { ok: true; proposal: Proposal } | { ok: false; fault: PastedFault }
);

export type PastedContext = {
  /** For lines that name no terminal. */
  terminalId: string;
  /** Null where not every terminal of the merchant is known here; the check then decides. */
  known: ReadonlySet<string> | null;
  currencyOf: (terminalId: string) => string;
  /** What ways to read a card are called, in small letters; their codes are always known. */
  entryModes: ReadonlyMap<string, EntryMode>;
};

const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const narrow = (text: string) =>
  text.replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

const CURRENCY_BEFORE = /(^|[\t,; ])([A-Za-z]{3}|[¥￥$€£])\s+(?=\d)/g;
const unquoted = (cell: string) =>
  cell
    .trim()
    .replace(/^"(.*)"$/, "$1")
    .trim();

/** A cell that names its terminal before a comma, or its way to read the card behind one. */
function commaParts(cell: string): string[] {
  const head = cell.slice(0, 8);
  if (cell[8] === "," && TERMINAL_ID_PATTERN.test(head)) {
    return [head, ...commaParts(cell.slice(9))];
  }
  const last = cell.lastIndexOf(",");
  const tail = cell.slice(last + 1);
  return last > 0 && /[a-z\u4e00-\u9fff]/i.test(tail) && tail !== "元"
    ? [...commaParts(cell.slice(0, last)), tail]
    : [cell];
}

/** The cells of a line: by tabs, else by spaces, semicolons and commas that group no digits. */
function cellsOf(line: string): string[] {
  const plain = narrow(line).replace(CURRENCY_BEFORE, "$1$2");
  if (plain.includes("\t")) return plain.split("\t").map(unquoted).filter(Boolean);
  const quoted = [...plain.matchAll(/"([^"]*)"|[^\s;、"]+/g)].map(([all, inner]) => inner ?? all);
  return quoted.flatMap((cell) => commaParts(cell.replace(/^,+|,+$/g, ""))).filter(Boolean);
}

function entryModeOf(name: string, { entryModes }: PastedContext): EntryMode | undefined {
  const small = name.toLowerCase();
  return ENTRY_MODES.find((mode) => mode === small) ?? entryModes.get(small);
}

type Reading = { ok: true; proposal: Proposal } | { ok: false; fault: PastedFault };

function readCharge(
  terminalId: string,
  [amount = "", mode, ...more]: readonly string[],
  context: PastedContext,
): Reading {
  if (more.length > 0) return { ok: false, fault: "too_many_columns" };
  if (context.known && !context.known.has(terminalId)) {
    return { ok: false, fault: "unknown_terminal" };
  }
  const currency = context.currencyOf(terminalId);
  const parsed = parseAmount(amount, currency);
  if (!parsed.ok) {
    const { fault } = parsed;
    if (fault === "too_large") return { ok: false, fault: "out_of_range" };
    return { ok: false, fault: fault === "empty" ? "not_a_number" : fault };
  }
  const { amountMinor } = parsed;
  if (!isChargeAmount(amountMinor)) return { ok: false, fault: "out_of_range" };
  const entryMode = mode === undefined ? undefined : entryModeOf(mode, context);
  if (mode !== undefined && !entryMode) return { ok: false, fault: "unknown_entry_mode" };
  const proposal = { terminalId, amountMinor, currency };
  return { ok: true, proposal: entryMode ? { ...proposal, entryMode } : proposal };
}

function readLine(line: string, context: PastedContext): Reading[] {
  if (holdsCardNumber(line)) return [{ ok: false, fault: "card_number" }];
  const cells = cellsOf(line);
  const [first = "", ...rest] = cells;
  if (rest.length > 0 && TERMINAL_ID_PATTERN.test(first)) return [readCharge(first, rest, context)];
  const { terminalId } = context;
  const isAmount = (cell: string) => parseAmount(cell, context.currencyOf(terminalId)).ok;
  if (cells.length > 1 && cells.every(isAmount)) {
    return cells.map((cell) => readCharge(terminalId, [cell], context));
  }
  return [readCharge(terminalId, cells, context)];
}

/**
 * The charges of a text pasted from a spreadsheet: on each line an amount, several, or a terminal with its
 * amount, and how the card is read. A first line without any digit is a heading and passed over.
 */
export function readPastedCharges(text: string, context: PastedContext): PastedRow[] {
  const lines = text.split(/\r\n|\r|\n/).map((line, index) => ({ line: index + 1, text: line }));
  const said = lines.filter(({ text: of }) => of.trim() !== "");
  const isHeading = said.length > 1 && !/\d/.test(narrow(said[0]?.text ?? ""));
  return said
    .slice(isHeading ? 1 : 0)
    .flatMap(({ line, text: of }) =>
      readLine(of, context).map((reading) => ({ line, text: of.trim(), ...reading })),
    );
}
