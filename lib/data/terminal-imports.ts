import "server-only";
import { terminalNews } from "@/lib/domain/imports/terminal-news";
import type { RecordChange, RegisteredTerminal, TerminalRow } from "@/lib/domain/registry";
import { type AuditEntry, recordAuditEvents } from "@/lib/data/audit-events";
import type { Ctx, Db } from "@/lib/data/ctx";
import { notifyOwnersOf } from "@/lib/data/notifications";
import {
  bindSerials,
  createStores,
  createTerminals,
  freeSerials,
  setTerminals,
} from "@/lib/data/registry";

type Change = RecordChange<RegisteredTerminal>;
type Binding = { serialNumber: string; merchantId: string; terminalId: string };

const bindingOf = ({ serialNumber, merchantId, terminalId }: TerminalRow): Binding[] =>
  serialNumber ? [{ serialNumber, merchantId, terminalId }] : [];

const storeOf = ({ merchantId, store }: RegisteredTerminal) =>
  store === null ? [] : [{ merchantId, store }];

/** The first holder of a serial keeps it; a terminal that changes its own sets the old one free. */
async function setBindings(db: Db, rows: readonly TerminalRow[], changes: readonly Change[]) {
  const left = changes.flatMap(({ before, record }) =>
    bindingOf({ ...record, serialNumber: before.serialNumber }),
  );
  await freeSerials(db, left);
  await bindSerials(db, rows.flatMap(bindingOf));
}

const entryOf = (
  { merchantId, terminalId }: RegisteredTerminal,
  before: object | null,
  after: object,
): AuditEntry & { merchantId: string } => ({
  ...{ merchantId, action: "terminal.import", subjectKind: "terminal", subjectId: terminalId },
  ...{ before, after },
});

/** What the trail says of one side of a change: the reason of a status as when it is set alone. */
const trailOf = ({ statusReason, ...changed }: Partial<RegisteredTerminal>) =>
  statusReason === undefined ? changed : { ...changed, reason: statusReason };

type TerminalWrites = {
  /** All rows in their order: the first holder of a serial keeps it. */
  rows: readonly TerminalRow[];
  fresh: readonly RegisteredTerminal[];
  changes: readonly Change[];
};

/** Writes new and changed terminals with stores, serials and audit events; tells owners of a changed status. */
export async function putTerminals(
  db: Db,
  ctx: Ctx,
  { rows, fresh, changes }: TerminalWrites,
): Promise<void> {
  const changed = changes.map(({ record }) => record);
  await createStores(db, [...fresh, ...changed].flatMap(storeOf));
  await createTerminals(db, fresh, ctx.now());
  await setTerminals(db, changed, ctx.now());
  await setBindings(db, rows, changes);
  await notifyOwnersOf(db, ctx, terminalNews(changes));
  await recordAuditEvents(db, ctx, [
    ...fresh.map((terminal) => entryOf(terminal, null, trailOf(terminal))),
    ...changes.map(({ before, after, record }) => entryOf(record, trailOf(before), trailOf(after))),
  ]);
}
