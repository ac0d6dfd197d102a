import type { LimitIdentity } from "@/lib/domain/limits/limit";
import type { ReportedTransaction } from "@/lib/domain/transactions/transaction";

type Sale = { sale: ReportedTransaction; givenBack: number; isReversed: boolean };

const takes = <T>(list: readonly T[], value: T | null) =>
  list.length === 0 || value === null || list.includes(value);

/** The rules of counting in memory, one after the other and without windows: what must come out. */
export class CountingOracle {
  private readonly contents = new Map<string, string>();
  private readonly sales = new Map<string, Sale>();

  constructor(
    private readonly terminals: readonly string[],
    private readonly approvedCodes: readonly string[],
  ) {}

  /** What becomes of one more item; accepted ones are remembered. */
  record(item: ReportedTransaction, now: number): string {
    const minutesAhead = (item.occurredAt - now) / 60_000;
    if (minutesAhead > 5 || minutesAhead < -400 * 24 * 60) return "validation-failed";
    const content = JSON.stringify({ ...item, externalId: "" }, Object.keys(item).toSorted());
    const known = this.contents.get(item.externalId);
    if (known !== undefined) return known === content ? "duplicate" : "conflict";
    if (!this.terminals.includes(item.terminalId)) return "not-found";
    const isApproved = this.approvedCodes.includes(item.responseCode);
    const refusal = isApproved && item.kind !== "sale" ? this.giveBack(item) : null;
    if (refusal) return refusal;
    if (isApproved && item.kind === "sale") {
      this.sales.set(item.externalId, { sale: item, givenBack: 0, isReversed: false });
    }
    this.contents.set(item.externalId, content);
    return "accepted";
  }

  private giveBack(item: ReportedTransaction): string | null {
    const originalId = item.originalExternalId ?? "";
    const original = this.sales.get(originalId);
    if (!original) return this.contents.has(originalId) ? "validation-failed" : "not-found";
    const { sale, givenBack } = original;
    const fits = sale.currency === item.currency && sale.terminalId === item.terminalId;
    const isWhole = item.kind === "refund" || item.amountMinor === sale.amountMinor;
    if (!fits || !isWhole || givenBack + item.amountMinor > sale.amountMinor) {
      return "validation-failed";
    }
    original.givenBack += item.amountMinor;
    if (item.kind === "reversal") original.isReversed = true;
    return null;
  }

  /** The approved sales a limit counts. */
  salesOf(limit: LimitIdentity): readonly Sale[] {
    return [...this.sales.values()].filter(
      ({ sale }) =>
        sale.currency === limit.currency &&
        (limit.terminalId ?? sale.terminalId) === sale.terminalId &&
        takes(limit.filters.entryModes, sale.entryMode) &&
        takes(limit.filters.fundingSources, sale.fundingSource) &&
        takes(limit.filters.cardOrigins, sale.cardOrigin),
    );
  }

  /** What is used of a limit from `start` (included) to `end` (not included). */
  usedOf(limit: LimitIdentity, start: number, end: number): [amount: number, count: number] {
    let amount = 0;
    let count = 0;
    for (const { sale, givenBack, isReversed } of this.salesOf(limit)) {
      if (sale.occurredAt < start || sale.occurredAt >= end) continue;
      amount += sale.amountMinor - givenBack;
      if (!isReversed) count++;
    }
    return [amount, count];
  }
}
