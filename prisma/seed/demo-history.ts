import type { ClientBase } from "pg";
import type { SeedMerchant, SeedTerminal } from "@/prisma/seed/builders";
import { SUNRISE } from "@/prisma/seed/demo-people";
import { chance, idAt, insertRows, iso } from "@/prisma/seed/rows";
import { dayStart } from "@/prisma/seed/story";

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;
const OPENING_MS = 9 * 3_600_000;
const TRADING_MS = 12 * 3_600_000;
const BARE_FAILURE = "21";

/** Charges of one terminal: how many days back, how many a day, how much on average, in yuan. */
type Rhythm = { days: number; perDay: number; yuan: number; today: readonly number[] };

// The two tills that newcomers try first have taken nothing today.
const SUNRISE_RHYTHMS: Record<string, Rhythm> = {
  "00018644": { days: 90, perDay: 9, yuan: 14_000, today: [] },
  "00018645": { days: 90, perDay: 6, yuan: 9_000, today: [] },
  "00018646": { days: 90, perDay: 8, yuan: 3_200, today: [1_850, 4_200, 960] },
  "00018647": {
    ...{ days: 90, perDay: 8, yuan: 22_000 },
    today: [48_000, 49_500, 46_800, 47_200, 44_900, 42_550],
  },
  "00018648": { days: 90, perDay: 7, yuan: 6_000, today: [32_400, 18_900, 41_200] },
};
const QUIET: Rhythm = { days: 21, perDay: 3, yuan: 1_800, today: [900, 1_450] };

type Charge = { at: number; yuan: number; code: string };

/** The most one charge may be on a terminal, in yuan; what was refused was above it. */
const mostYuan = ({ limits }: SeedTerminal): number =>
  (limits.find((limit) => limit.window === "per_transaction")?.maxAmountMinor ?? 0) / 100;

function codeOf(luck: number): string {
  if (luck > 0.985) return BARE_FAILURE;
  return luck > 0.965 ? "51" : "00";
}

function pastCharges(terminal: SeedTerminal, rhythm: Rhythm, today: number): Charge[] {
  const { terminalId } = terminal;
  const charges: Charge[] = [];
  for (let day = 1; day <= rhythm.days; day++) {
    const start = today - day * DAY_MS;
    const count = Math.round(rhythm.perDay * (0.6 + 0.8 * chance(terminalId, day)));
    for (let n = 0; n < count; n++) {
      const at = start + OPENING_MS + Math.floor(((n + chance(day, n)) / count) * TRADING_MS);
      const luck = chance(terminalId, day, n);
      const code = codeOf(chance("luck", terminalId, day, n));
      const refused = mostYuan(terminal) * (1.02 + 0.3 * luck);
      const yuan = code === BARE_FAILURE ? refused : Math.max(8, rhythm.yuan * (0.15 + 1.7 * luck));
      charges.push({ at, yuan: Math.round(yuan * 100) / 100, code });
    }
  }
  return charges;
}

function todaysCharges(terminalId: string, rhythm: Rhythm, today: number, now: number): Charge[] {
  const step = (now - today) / (rhythm.today.length + 4);
  const taken = rhythm.today.map((yuan, n) => ({
    ...{ at: Math.floor(today + step * (n + 1)), yuan, code: "00" },
  }));
  if (terminalId !== "00018647") return taken;
  const refused = [1, 2, 3].map((n) => ({
    ...{ at: Math.floor(now - (step / 4) * n), yuan: 46_000, code: BARE_FAILURE },
  }));
  return [...taken, ...refused];
}

function rowsOf(merchantId: string, terminal: SeedTerminal, charges: readonly Charge[]) {
  const { terminalId, entryModes } = terminal;
  return charges
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, yuan, code }, n) => ({
      ...{ merchant_id: merchantId, occurred_at: iso(at), created_at: iso(at) },
      ...{ transaction_id: idAt("txn", at), terminal_id: terminalId, kind: "sale" },
      external_id: `${terminalId}-${String(n).padStart(6, "0")}`,
      ...{ amount_minor: Math.round(yuan * 100), currency: "CNY", response_code: code },
      approved: code === "00",
      entry_mode: entryModes[Math.floor(chance(at) * entryModes.length)],
      // Larger charges are paid by debit card; credit has a limit of its own at the bakery.
      funding_source: yuan < 5_000 && chance(at, "f") > 0.5 ? "credit" : "debit",
      ...{ card_origin: "domestic", business_date: iso(at + SHANGHAI_MS).slice(0, 10) },
    }));
}

const KEYS = `insert into transaction_keys (merchant_id, external_id, transaction_id, occurred_at, content_hash)
  select merchant_id, external_id, transaction_id, occurred_at, 'demo' from transactions`;

// What the transactions add up to, window by window; days begin at midnight in Shanghai.
const COUNTERS = `insert into counters
    (merchant_id, limit_id, window_start, window_end, used_amount_minor, used_count, notified_percent)
  select l.merchant_id, l.limit_id, w.starts at time zone 'Asia/Shanghai',
    w.ends at time zone 'Asia/Shanghai', sum(t.amount_minor), count(*), 0
  from limits l
  join transactions t on t.merchant_id = l.merchant_id and t.approved
  join terminals d on d.merchant_id = t.merchant_id and d.terminal_id = t.terminal_id
  cross join lateral (select
    date_trunc(case l."window" when 'monthly' then 'month' else 'day' end, t.business_date::timestamp) as starts,
    date_trunc(case l."window" when 'monthly' then 'month' else 'day' end, t.business_date::timestamp)
      + case l."window" when 'monthly' then interval '1 month' else interval '1 day' end as ends) w
  where l."window" in ('daily', 'monthly')
    and limit_counts(l, charge_of(t))
  group by 1, 2, 3, 4`;

/** Weeks of charges, the present day's too, and counters that are their sums. */
export async function seedHistory(
  client: ClientBase,
  merchants: readonly SeedMerchant[],
  now: number,
): Promise<void> {
  const today = dayStart(now);
  const rows = merchants.flatMap(({ merchantId, status = "active", terminals }) =>
    terminals
      .filter((terminal) => (terminal.status ?? "deployed") === "deployed" && status === "active")
      .flatMap((terminal) => {
        const { terminalId } = terminal;
        const rhythm = (merchantId === SUNRISE && SUNRISE_RHYTHMS[terminalId]) || QUIET;
        const charges = [
          ...pastCharges(terminal, rhythm, today),
          ...todaysCharges(terminalId, rhythm, today, now),
        ];
        return rowsOf(merchantId, terminal, charges);
      }),
  );
  await insertRows(client, "transactions", rows);
  await client.query(KEYS);
  await client.query(COUNTERS);
}
