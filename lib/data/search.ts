import "server-only";
import type { FoundRecord } from "@/lib/domain/search/found-record";
import type { Db } from "@/lib/data/ctx";

type Found<Kind extends FoundRecord["kind"]> = Extract<FoundRecord, { kind: Kind }>;

const escaped = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/** A request is told by its whole number, or by that without its prefix. */
const numberOf = (text: string) =>
  text.toLowerCase().startsWith("lrq_")
    ? `lrq_${text.slice(4).toUpperCase()}`
    : `lrq_${text.toUpperCase()}`;

/** Terminals of one merchant by part of TID, serial number, name or store. */
export function findOwnTerminals(
  db: Db,
  merchantId: string,
  text: string,
  most: number,
): Promise<Found<"terminal">[]> {
  const part = `%${escaped(text)}%`;
  return db.$queryRaw<Found<"terminal">[]>`
    select 'terminal' as kind, merchant_id as "merchantId", terminal_id as "terminalId", name,
      status, null as "tradingName"
    from terminals where merchant_id = ${merchantId} and (terminal_id ilike ${part}
      or serial_number ilike ${part} or name ilike ${part} or store ilike ${part})
    order by terminal_id limit ${most}`;
}

/** Requests of one merchant by part of their number. */
export function findOwnRequests(
  db: Db,
  merchantId: string,
  text: string,
  most: number,
): Promise<Found<"limit_request">[]> {
  const part = `%${escaped(text)}%`;
  return db.$queryRaw<Found<"limit_request">[]>`
    select 'limit_request' as kind, merchant_id as "merchantId",
      limit_request_id as "limitRequestId", state, null as "tradingName"
    from limit_requests where merchant_id = ${merchantId} and limit_request_id ilike ${part}
      and state <> 'draft'
    order by limit_request_id desc limit ${most}`;
}

/** Every merchant by the beginning of its MID or part of its names; the acquirer's context only. */
export function findMerchantsAnywhere(
  db: Db,
  text: string,
  most: number,
): Promise<Found<"merchant">[]> {
  return db.$queryRaw<Found<"merchant">[]>`
    select 'merchant' as kind, merchant_id as "merchantId", trading_name as "tradingName", status
    from search_merchants(${text}, ${most}::int)`;
}

/** Every terminal by the beginning of its TID or serial number; the acquirer's context only. */
export function findTerminalsAnywhere(
  db: Db,
  text: string,
  most: number,
): Promise<Found<"terminal">[]> {
  return db.$queryRaw<Found<"terminal">[]>`
    select 'terminal' as kind, merchant_id as "merchantId", terminal_id as "terminalId", name,
      status, trading_name as "tradingName"
    from search_terminals(${text}, ${most}::int)`;
}

/** Every request by the beginning of its number; the acquirer's context only. */
export function findRequestsAnywhere(
  db: Db,
  text: string,
  most: number,
): Promise<Found<"limit_request">[]> {
  return db.$queryRaw<Found<"limit_request">[]>`
    select 'limit_request' as kind, merchant_id as "merchantId",
      limit_request_id as "limitRequestId", state, trading_name as "tradingName"
    from search_limit_requests(${numberOf(text)}, ${most}::int)`;
}
