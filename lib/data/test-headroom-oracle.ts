import { type CutOver, windowAt } from "@/lib/domain/business-day";
import type { LimitIdentity } from "@/lib/domain/limits/limit";

/** A limit and what it allows at present; null = no maximum. */
export type OracleLimit = LimitIdentity & {
  maxAmountMinor: number | null;
  maxCount: number | null;
};

type Charge = { terminalId: string; store: string | null; entryMode: string | null };

type Hold = Charge & {
  amountMinor: number;
  at: number;
  expiresAt: number;
  state: "pending" | "committed" | "released" | "told";
  committed: number;
};

type Sale = Charge & { amountMinor: number; at: number; isReversed: boolean };

const HOUR = /^(\d\d):(\d\d)$/;
const minutesOf = (time: string) => {
  const [, hours, minutes] = HOUR.exec(time)!;
  return Number(hours) * 60 + Number(minutes);
};

/** Shanghai has no changes of its clocks, so that the oracle can do without a calendar. */
const SHANGHAI_MS = 8 * 3_600_000;

function isWithinHours({ filters }: LimitIdentity, at: number): boolean {
  const { timeFrom, timeTo, daysOfWeek } = filters;
  const local = at + SHANGHAI_MS;
  let day = Math.floor(local / 86_400_000);
  const minute = Math.floor((local - day * 86_400_000) / 60_000);
  if (timeFrom !== null && timeTo !== null && timeFrom !== timeTo) {
    const [from, to] = [minutesOf(timeFrom), minutesOf(timeTo)];
    const isIn = from < to ? minute >= from && minute < to : minute >= from || minute < to;
    if (!isIn) return false;
    if (from > to && minute < to) day--;
  }
  return daysOfWeek.length === 0 || daysOfWeek.includes(((day + 3) % 7) + 1);
}

/** The rules of holding and counting in memory: everything summed anew from its events, each time. */
export class HeadroomOracle {
  readonly holds = new Map<string, Hold>();
  readonly sales = new Map<string, Sale>();

  constructor(
    readonly limits: OracleLimit[],
    private readonly cutOver: CutOver,
  ) {}

  private takes(limit: OracleLimit, charge: Charge, at: number): boolean {
    const { entryModes } = limit.filters;
    if (limit.scope === "terminal" && limit.terminalId !== charge.terminalId) return false;
    if (limit.scope === "store" && limit.store !== charge.store) return false;
    const admits =
      entryModes.length === 0 ||
      charge.entryMode === null ||
      entryModes.some((mode) => mode === charge.entryMode);
    return admits && isWithinHours(limit, at);
  }

  private isInWindow({ window, windowSeconds }: OracleLimit, at: number, now: number): boolean {
    if (window === "rolling") return at > now - windowSeconds! * 1000 && at <= now;
    if (window === "per_transaction") return false;
    const { start, end } = windowAt(window, now, this.cutOver);
    return at >= start && at < end;
  }

  /** What is used and reserved of a limit at a moment: [amount, count, reserved amount, reserved count]. */
  countedOf(limit: OracleLimit, now: number): [number, number, number, number] {
    const counted: [number, number, number, number] = [0, 0, 0, 0];
    const counts = (charge: Charge & { at: number }) =>
      this.takes(limit, charge, charge.at) && this.isInWindow(limit, charge.at, now);
    for (const hold of this.holds.values()) {
      if (!counts(hold)) continue;
      if (hold.state === "committed") {
        counted[0] += hold.committed;
        counted[1]++;
      }
      if (hold.state === "pending" && hold.expiresAt > now) {
        counted[2] += hold.amountMinor;
        counted[3]++;
      }
    }
    for (const sale of this.sales.values()) {
      if (sale.isReversed || !counts(sale)) continue;
      counted[0] += sale.amountMinor;
      counted[1]++;
    }
    return counted;
  }

  /** Whether every limit that takes the charge has room for it. */
  fits(charge: Charge, amountMinor: number, now: number): boolean {
    return this.limits.every((limit) => {
      if (!this.takes(limit, charge, now)) return true;
      const { maxAmountMinor, maxCount, window } = limit;
      const [used, count, reserved, holds] = this.countedOf(limit, now);
      if (maxAmountMinor !== null && used + reserved + amountMinor > maxAmountMinor) return false;
      return window === "per_transaction" || maxCount === null || count + holds + 1 <= maxCount;
    });
  }

  stateOf(id: string, now: number): "pending" | "committed" | "released" | "expired" {
    const hold = this.holds.get(id)!;
    if (hold.state === "told") return "committed";
    return hold.state === "pending" && hold.expiresAt <= now ? "expired" : hold.state;
  }

  /** True when it could be done, or was done so before. */
  resolve(id: string, as: "committed" | "released", amount: number | null, now: number): boolean {
    const hold = this.holds.get(id)!;
    const state = this.stateOf(id, now);
    if (state === "pending") {
      hold.state = as;
      hold.committed = as === "committed" ? (amount ?? hold.amountMinor) : 0;
      return true;
    }
    return state === as && (amount === null || amount === hold.committed);
  }

  /** An approved or declined sale, under a hold or plain. */
  sell(
    id: string,
    sale: Omit<Sale, "isReversed">,
    under: string | null,
    told: { isApproved: boolean; now: number },
  ): void {
    const hold = under === null ? undefined : this.holds.get(under);
    const state = hold && this.stateOf(under!, told.now);
    if (hold && state === "pending") {
      hold.state = told.isApproved ? "told" : "released";
      hold.committed = sale.amountMinor;
    } else if (hold?.state === "committed" && told.isApproved) {
      hold.state = "told";
      hold.committed = hold.committed;
    }
    if (told.isApproved) this.sales.set(id, { ...sale, isReversed: false });
  }
}
