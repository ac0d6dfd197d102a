import { z } from "zod";
import type { Instant } from "@/lib/domain/instant";
import { formatInstant, offsetMs } from "@/lib/domain/zoned-time";

const HOUR = "([01]\\d|2[0-3])";
const MINUTE = "([0-5]\\d)";
const RFC_3339 = new RegExp(
  `^(\\d{4})-(\\d{2})-(\\d{2})[Tt]${HOUR}:${MINUTE}:${MINUTE}(?:\\.(\\d+))?(?:[Zz]|([+-])${HOUR}:${MINUTE})$`,
);
const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(9999, 0, 1);
const MINUTE_MS = 60_000;
const LONGEST = 40;

type Six = [number, number, number, number, number, number];

/** An RFC 3339 text with offset as a moment, to the millisecond; null for anything else. */
export function parseInstant(text: string): Instant | null {
  const match = text.length <= LONGEST ? RFC_3339.exec(text) : null;
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as Six;
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return null;
  const milliseconds = Number((match[7] ?? "").slice(0, 3).padEnd(3, "0"));
  const offset = (Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0)) * MINUTE_MS;
  const at = local.getTime() + milliseconds - (match[8] === "-" ? -offset : offset);
  return at >= EARLIEST && at < LATEST ? at : null;
}

function readInstant(text: string, context: z.core.$RefinementCtx): Instant {
  const at = parseInstant(text);
  if (at !== null) return at;
  context.addIssue({
    code: "custom",
    message: "Not an RFC 3339 date and time with offset.",
    params: { code: "invalid_format" },
  });
  return z.NEVER;
}

const INSTANT_META = {
  description: "RFC 3339 date and time with offset.",
  format: "date-time",
  examples: ["2026-11-24T10:15:00+08:00"],
};

/** A moment as callers send it: RFC 3339 with offset, years 1970 to 9998. */
export const instant = z.string().transform(readInstant).meta(INSTANT_META);

/** A moment in an address, where a plus sign that was not encoded arrives as a space. */
export const queryInstant = z
  .string()
  .transform((text, context) => readInstant(text.replace(/ (?=\d\d:\d\d$)/, "+"), context))
  .meta(INSTANT_META);

/** A moment as answers carry it: RFC 3339 with the offset of the acquirer's time zone. */
export const instantText = z.string().meta({
  description: "RFC 3339 date and time with the offset of the acquirer's time zone.",
  format: "date-time",
  examples: ["2026-11-25T00:00:00+08:00"],
});

const SLOT_MS = 15 * MINUTE_MS;
const zones = new Map<
  string,
  { slot: number; hasOffset: boolean; suffix: string; offset: number }
>();

function suffixOf(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE_MS;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A moment as RFC 3339 in a zone; the offset last found is kept, for it changes on quarter hours only. */
export function writeInstant(at: Instant, timeZone: string): string {
  const slot = Math.floor(at / SLOT_MS);
  let zone = zones.get(timeZone);
  if (!zone || zone.slot !== slot) {
    const offset = offsetMs(at, timeZone);
    zone = { slot, offset, hasOffset: offset % MINUTE_MS === 0, suffix: suffixOf(offset) };
    zones.set(timeZone, zone);
  }
  if (!zone.hasOffset) return formatInstant(at, timeZone);
  const local = new Date(at + zone.offset).toISOString();
  return (local.endsWith(".000Z") ? local.slice(0, 19) : local.slice(0, 23)) + zone.suffix;
}

export const writeOptionalInstant = (at: Instant | null, timeZone: string): string | null =>
  at === null ? null : writeInstant(at, timeZone);
