import "server-only";
import type { RegisteredMerchant, RegisteredTerminal } from "@/lib/domain/registry";
import { newId } from "@/lib/platform/ids";
import type { Db } from "@/lib/data/ctx";

/** Lets the next counted function name its own merchant; for the acquirer's context. */
export async function enterNoMerchant(db: Db): Promise<void> {
  await db.$queryRaw`select set_config('app.merchant_id', '', true)`;
}

/** The merchants of these ids that exist, by id; in the acquirer's context. */
export async function findMerchants(
  db: Db,
  merchantIds: readonly string[],
): Promise<Map<string, RegisteredMerchant>> {
  const rows = await db.merchant.findMany({ where: { merchantId: { in: [...merchantIds] } } });
  return new Map(
    rows.map((row) => [
      row.merchantId,
      {
        merchantId: row.merchantId,
        ...{ legalName: row.legalName, tradingName: row.tradingName, mcc: row.mcc },
        ...{ currency: row.currency, timeZone: row.timeZone },
        tier: row.tier as RegisteredMerchant["tier"],
        status: row.status as RegisteredMerchant["status"],
      },
    ]),
  );
}

/** Makes merchants, with both switches on from the start. */
export async function createMerchants(
  db: Db,
  merchants: readonly RegisteredMerchant[],
  { at, by }: { at: Date; by: string },
): Promise<void> {
  await db.merchant.createMany({
    data: merchants.map((merchant) => ({
      ...{ ...merchant, statusSince: at, statusBy: by, createdAt: at },
    })),
  });
  await db.merchantControl.createMany({
    data: merchants.flatMap(({ merchantId }) =>
      ["payment_acceptance", "settlement"].map((control) => ({
        ...{ merchantId, controlId: newId("ctl"), control, enabled: true, since: at },
        changedBy: by,
      })),
    ),
  });
}

export async function setMerchant(
  db: Db,
  merchantId: string,
  change: Partial<RegisteredMerchant>,
  { at, by }: { at: Date; by: string },
): Promise<void> {
  const status = change.status ? { statusSince: at, statusBy: by, statusReason: null } : {};
  const data = { ...change, ...status, version: { increment: 1 } };
  await db.merchant.update({ where: { merchantId }, data });
}

/** Whose terminals these ids are, acquirer-wide. */
export async function findTerminalOwners(
  db: Db,
  terminalIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.terminalDirectory.findMany({
    where: { terminalId: { in: [...terminalIds] } },
  });
  return new Map(rows.map(({ terminalId, merchantId }) => [terminalId, merchantId]));
}

/** The terminals of these ids, by id; in the acquirer's context. */
export async function findTerminals(
  db: Db,
  terminalIds: readonly string[],
): Promise<Map<string, Required<RegisteredTerminal>>> {
  const rows = await db.terminal.findMany({ where: { terminalId: { in: [...terminalIds] } } });
  return new Map(
    rows.map((row) => [
      row.terminalId,
      {
        ...{ merchantId: row.merchantId, terminalId: row.terminalId, store: row.store },
        ...{ serialNumber: row.serialNumber, model: row.model, appVersion: row.appVersion },
        ...{ currencies: row.currencies, tradingHours: row.tradingHours },
        status: row.status as RegisteredTerminal["status"],
        entryModes: row.entryModes as Required<RegisteredTerminal>["entryModes"],
        fundingSources: row.fundingSources as Required<RegisteredTerminal>["fundingSources"],
        cardOrigins: row.cardOrigins as Required<RegisteredTerminal>["cardOrigins"],
      },
    ]),
  );
}

/** Makes the stores that are not there yet. */
export async function createStores(
  db: Db,
  stores: readonly { merchantId: string; store: string }[],
): Promise<void> {
  await db.store.createMany({ data: [...stores], skipDuplicates: true });
}

/** Makes terminals and enters them into the directory. */
export async function createTerminals(
  db: Db,
  terminals: readonly RegisteredTerminal[],
): Promise<void> {
  await db.terminal.createMany({ data: [...terminals] });
  await db.terminalDirectory.createMany({
    data: terminals.map(({ terminalId, merchantId }) => ({ terminalId, merchantId })),
  });
}

export async function setTerminal(
  db: Db,
  merchantId: string,
  terminalId: string,
  change: Partial<RegisteredTerminal>,
): Promise<void> {
  await db.terminal.update({
    where: { merchantId_terminalId: { merchantId, terminalId } },
    data: { ...change, version: { increment: 1 } },
  });
}

/** Frees the serials these terminals held; a revoked one stays revoked. */
export async function freeSerials(
  db: Db,
  terminals: readonly { merchantId: string; terminalId: string }[],
): Promise<void> {
  for (const { merchantId, terminalId } of terminals) {
    await db.serialDirectory.deleteMany({ where: { merchantId, terminalId, revoked: false } });
  }
}

/** Binds serials to terminals; a serial that is bound already stays with its first holder. */
export async function bindSerials(
  db: Db,
  bindings: readonly { serialNumber: string; merchantId: string; terminalId: string }[],
): Promise<void> {
  await db.serialDirectory.createMany({ data: [...bindings], skipDuplicates: true });
}
