import "server-only";
import type { RegisteredMerchant, RegisteredTerminal } from "@/lib/domain/registry";
import { newId } from "@/lib/platform/ids";
import type { Db } from "@/lib/data/ctx";

// The functions of this file work for the acquirer's context and on as many rows as a file has.

/** The merchants of these ids that exist, by id. */
export async function findMerchants(
  db: Db,
  merchantIds: readonly string[],
): Promise<Map<string, RegisteredMerchant>> {
  const rows = await db.$queryRaw<RegisteredMerchant[]>`
    select merchant_id as "merchantId", legal_name as "legalName", trading_name as "tradingName",
      mcc, tier, currency, time_zone as "timeZone", status, status_reason as "statusReason"
    from merchants where merchant_id = any (${[...new Set(merchantIds)]})`;
  return new Map(rows.map((row) => [row.merchantId, row]));
}

const merchantRow = (merchant: RegisteredMerchant) => ({
  ...{ merchant_id: merchant.merchantId, legal_name: merchant.legalName, mcc: merchant.mcc },
  ...{ trading_name: merchant.tradingName, tier: merchant.tier, currency: merchant.currency },
  ...{ time_zone: merchant.timeZone, status: merchant.status },
  status_reason: merchant.statusReason,
});

/** Makes merchants, with both switches on from the start. */
export async function createMerchants(
  db: Db,
  merchants: readonly RegisteredMerchant[],
  { at, by }: { at: Date; by: string },
): Promise<void> {
  const rows = JSON.stringify(merchants.map(merchantRow));
  await db.$executeRaw`
    insert into merchants (merchant_id, legal_name, trading_name, mcc, tier, currency, time_zone,
      status, status_reason, status_since, status_by, created_at, updated_at)
    select merchant_id, legal_name, trading_name, mcc, tier, currency, time_zone, status,
      status_reason, ${at}, ${by}, ${at}, ${at}
    from jsonb_populate_recordset(null::merchants, ${rows}::jsonb)`;
  const switches = merchants.flatMap(({ merchantId }) =>
    ["payment_acceptance", "settlement"].map((control) => ({
      ...{ merchant_id: merchantId, control_id: newId("ctl"), control },
    })),
  );
  await db.$executeRaw`
    insert into merchant_controls (merchant_id, control_id, control, enabled, since, changed_by)
    select merchant_id, control_id, control, true, ${at}, ${by}
    from jsonb_populate_recordset(null::merchant_controls, ${JSON.stringify(switches)}::jsonb)`;
}

/** Changes merchants to what they are to be; a changed status begins anew, with its reason. */
export async function setMerchants(
  db: Db,
  merchants: readonly RegisteredMerchant[],
  { at, by }: { at: Date; by: string },
): Promise<void> {
  const rows = JSON.stringify(merchants.map(merchantRow));
  await db.$executeRaw`
    update merchants m set legal_name = r.legal_name, trading_name = r.trading_name, mcc = r.mcc,
      tier = r.tier, currency = r.currency, time_zone = r.time_zone, status = r.status,
      status_since = case when m.status = r.status then m.status_since else ${at} end,
      status_by = case when m.status = r.status then m.status_by else ${by} end,
      status_reason = case when m.status = r.status then m.status_reason else r.status_reason end,
      version = m.version + 1, updated_at = ${at}
    from jsonb_populate_recordset(null::merchants, ${rows}::jsonb) r
    where m.merchant_id = r.merchant_id`;
}

/** Whose terminals these ids are, acquirer-wide. */
export async function findTerminalOwners(
  db: Db,
  terminalIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ terminalId: string; merchantId: string }[]>`
    select terminal_id as "terminalId", merchant_id as "merchantId" from terminal_directory
    where terminal_id = any (${[...new Set(terminalIds)]})`;
  return new Map(rows.map(({ terminalId, merchantId }) => [terminalId, merchantId]));
}

/** The terminals of these ids, by id. */
export async function findTerminals(
  db: Db,
  terminalIds: readonly string[],
): Promise<Map<string, RegisteredTerminal>> {
  const rows = await db.$queryRaw<RegisteredTerminal[]>`
    select t.merchant_id as "merchantId", t.terminal_id as "terminalId", t.store,
      t.serial_number as "serialNumber", t.model, t.app_version as "appVersion", t.status,
      t.entry_modes as "entryModes", t.funding_sources as "fundingSources",
      t.card_origins as "cardOrigins", t.currencies, t.trading_hours as "tradingHours"
    from terminal_directory d
    join terminals t on t.merchant_id = d.merchant_id and t.terminal_id = d.terminal_id
    where d.terminal_id = any (${[...new Set(terminalIds)]})`;
  return new Map(rows.map((row) => [row.terminalId, row]));
}

/** Makes the stores that are not there yet. */
export async function createStores(
  db: Db,
  stores: readonly { merchantId: string; store: string }[],
): Promise<void> {
  await db.$executeRaw`
    insert into stores (merchant_id, store)
    select distinct s."merchantId", s.store
    from jsonb_to_recordset(${JSON.stringify(stores)}::jsonb) as s("merchantId" text, store text)
    on conflict do nothing`;
}

const terminalRow = (terminal: RegisteredTerminal) => ({
  ...{ merchant_id: terminal.merchantId, terminal_id: terminal.terminalId, store: terminal.store },
  ...{ serial_number: terminal.serialNumber, model: terminal.model, status: terminal.status },
  ...{ app_version: terminal.appVersion, entry_modes: terminal.entryModes },
  ...{ funding_sources: terminal.fundingSources, card_origins: terminal.cardOrigins },
  ...{ currencies: terminal.currencies, trading_hours: terminal.tradingHours },
  status_reason: terminal.statusReason,
});

/** Makes terminals and enters them into the directory. */
export async function createTerminals(
  db: Db,
  terminals: readonly RegisteredTerminal[],
  at: Date,
): Promise<void> {
  const rows = JSON.stringify(terminals.map(terminalRow));
  await db.$executeRaw`
    insert into terminals (merchant_id, terminal_id, store, serial_number, model, app_version, status,
      entry_modes, funding_sources, card_origins, currencies, trading_hours, created_at, updated_at)
    select merchant_id, terminal_id, store, serial_number, model, app_version, status,
      entry_modes, funding_sources, card_origins, currencies, trading_hours, ${at}, ${at}
    from jsonb_populate_recordset(null::terminals, ${rows}::jsonb)`;
  await db.$executeRaw`
    insert into terminal_directory (terminal_id, merchant_id) select terminal_id, merchant_id
    from jsonb_populate_recordset(null::terminals, ${rows}::jsonb)`;
}

/** Changes terminals to what they are to be; a changed status begins anew, with its reason. */
export async function setTerminals(
  db: Db,
  terminals: readonly RegisteredTerminal[],
  at: Date,
): Promise<void> {
  const rows = JSON.stringify(terminals.map(terminalRow));
  await db.$executeRaw`
    update terminals t set store = r.store, serial_number = r.serial_number, model = r.model,
      app_version = r.app_version, status = r.status, entry_modes = r.entry_modes,
      funding_sources = r.funding_sources, card_origins = r.card_origins,
      currencies = r.currencies, trading_hours = r.trading_hours,
      status_since = case when t.status = r.status then t.status_since else ${at} end,
      status_reason = case when t.status = r.status then t.status_reason else r.status_reason end,
      version = t.version + 1, updated_at = ${at}
    from jsonb_populate_recordset(null::terminals, ${rows}::jsonb) r
    where t.merchant_id = r.merchant_id and t.terminal_id = r.terminal_id`;
}

/** Frees the serials these terminals held; a revoked one stays revoked. */
export async function freeSerials(
  db: Db,
  terminals: readonly { merchantId: string; terminalId: string; serialNumber: string }[],
): Promise<void> {
  await db.$executeRaw`
    delete from serial_directory d
    using jsonb_to_recordset(${JSON.stringify(terminals)}::jsonb)
      as t("merchantId" text, "terminalId" text, "serialNumber" text)
    where d.serial_number = t."serialNumber" and d.merchant_id = t."merchantId"
      and d.terminal_id = t."terminalId" and not d.revoked`;
}

/** Binds serials to terminals in their order; a serial that is bound already stays with its first holder. */
export async function bindSerials(
  db: Db,
  bindings: readonly { serialNumber: string; merchantId: string; terminalId: string }[],
): Promise<void> {
  await db.$executeRaw`
    insert into serial_directory (serial_number, merchant_id, terminal_id)
    select b."serialNumber", b."merchantId", b."terminalId"
    from jsonb_to_recordset(${JSON.stringify(bindings)}::jsonb)
      as b("serialNumber" text, "merchantId" text, "terminalId" text)
    on conflict do nothing`;
}
