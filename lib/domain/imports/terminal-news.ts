import type { RecordChange, RegisteredTerminal } from "@/lib/domain/registry";

type Change = RecordChange<RegisteredTerminal>;

/** Told of more terminals, an owner reads the numbers of this many and how many others there are. */
const MOST_NAMED = 5;

function newsOf(changes: readonly Change[]) {
  const [first] = changes;
  const { merchantId, terminalId, status, statusReason } = first!.record;
  const isAlone = changes.length === 1;
  const named = changes.slice(0, MOST_NAMED).map(({ record }) => record.terminalId);
  return {
    merchantId,
    notification: {
      kind: "terminal_status_changed",
      params: {
        ...{ terminalId, to: status, reason: statusReason ?? null },
        ...{ from: isAlone ? first!.before.status! : null, terminals: changes.length },
        ...(isAlone ? {} : { named }),
      },
      href: isAlone ? `/terminals/${terminalId}` : `/terminals?status=${status}`,
    },
  };
}

/** Who is told of terminals whose status changes: one notification for all that become the same for the same reason. */
export function terminalNews(changes: readonly Change[]) {
  const alike = new Map<string, Change[]>();
  for (const change of changes) {
    const { merchantId, status, statusReason } = change.record;
    if (change.before.status === undefined) continue;
    const name = JSON.stringify([merchantId, status, statusReason]);
    const group = alike.get(name);
    if (group) group.push(change);
    else alike.set(name, [change]);
  }
  return [...alike.values()].map(newsOf);
}
