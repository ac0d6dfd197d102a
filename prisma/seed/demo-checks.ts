import type { ClientBase } from "pg";
import { formatMoney } from "@/lib/domain/money";
import { formatInstant } from "@/lib/domain/zoned-time";
import type { ToldStory } from "@/prisma/seed/demo-requests";
import { chance, idAt, insertRows, iso, type Row } from "@/prisma/seed/rows";
import { DAY_MS, HOUR_MS } from "@/prisma/seed/story";

const ZONE = "Asia/Shanghai";
const SHANGHAI_MS = 8 * HOUR_MS;
const DAYS = 45;

const money = (value: number) => ({ value, currency: "CNY" });
const nextMidnight = (at: number) =>
  (Math.floor((at + SHANGHAI_MS) / DAY_MS) + 1) * DAY_MS - SHANGHAI_MS;

type Refusal = { at: number; amountMinor: number; usedMinor: number; maxMinor: number };

const WORDS = {
  per_transaction: (limit: string) => ({
    en: `One charge may be at most ${limit} on this terminal.`,
    zh: `该终端单笔最高 ${limit}。`,
  }),
  daily: (limit: string, left: string) => ({
    en: `Of the daily limit of ${limit} only ${left} is left.`,
    zh: `当日限额 ${limit}，仅剩 ${left}。`,
  }),
};

function reasonOf({ limit: { limitId, window } }: ToldStory, refusal: Refusal) {
  const { at, usedMinor, maxMinor } = refusal;
  const isDaily = window === "daily";
  const left = maxMinor - usedMinor;
  return {
    code: isDaily ? "DAILY_AMOUNT_LIMIT_EXCEEDED" : "PER_TRANSACTION_LIMIT_EXCEEDED",
    ...{ severity: "block", owner: "acquirer", cause: "limit", limit_id: limitId },
    ...{ scope: "terminal", window, limit: money(maxMinor) },
    used: isDaily ? money(usedMinor) : null,
    reserved: isDaily ? money(0) : null,
    remaining: money(isDaily ? left : maxMinor),
    resets_at: isDaily ? formatInstant(nextMidnight(at), ZONE) : null,
    ...{ assumed: [], action: "REQUEST_LIMIT_CHANGE" },
    expected_response_code: { profile: "catch_all", code: "21" },
    message: WORDS[isDaily ? "daily" : "per_transaction"](
      formatMoney(maxMinor, "CNY"),
      formatMoney(left, "CNY"),
    ),
  };
}

function answerOf(story: ToldStory, checkId: string, refusal: Refusal) {
  const { at, amountMinor, usedMinor, maxMinor } = refusal;
  const { merchantId, terminalId, limitId, window } = story.limit;
  const isDaily = window === "daily";
  const resetsAt = isDaily ? formatInstant(nextMidnight(at), ZONE) : null;
  const left = money(maxMinor - usedMinor);
  const needed = money(usedMinor + amountMinor);
  return {
    ...{ id: checkId, decision: "decline", merchant_id: merchantId, terminal_id: terminalId },
    code_21: { risk: "high", probability: 0.99, basis: "rule" },
    ...{ amount: money(amountMinor), reasons: [reasonOf(story, refusal)] },
    headroom: { amount: left, count: null, resets_at: resetsAt },
    suggestions: [
      ...(left.value > 0 ? [{ kind: "reduce_amount", amount: left }] : []),
      ...(isDaily ? [{ kind: "wait_until", at: resetsAt }] : []),
      { kind: "request_limit_change", limit_id: limitId, max_amount: needed },
    ],
    not_checked: ["card_status", "card_balance", "issuer_limit", "per_card_limit"],
    evaluated_at: formatInstant(at, ZONE),
  };
}

/** A refusal of the days before the request, by the limit it asks about. */
function refusalOf({ limit, from, submittedAt }: ToldStory, n: number): Refusal {
  const luck = chance("check", limit.limitId.length, limit.terminalId, limit.window, n);
  const day = Math.floor(chance("day", limit.terminalId, n) * DAYS);
  const at = Math.floor(submittedAt - day * DAY_MS - (1 + luck * 6) * HOUR_MS);
  if (limit.window !== "daily") {
    const amountMinor = Math.round(from * (1.01 + luck * 0.4));
    return { at, amountMinor, usedMinor: 0, maxMinor: from };
  }
  const usedMinor = Math.round(from * (0.86 + luck * 0.13));
  const amountMinor = Math.round((from - usedMinor) * (1.1 + luck));
  return { at, amountMinor, usedMinor, maxMinor: from };
}

/** Checks that a till asked and that were declined, before somebody asked for a higher limit. */
export async function seedChecks(client: ClientBase, stories: readonly ToldStory[]): Promise<void> {
  const rows = stories
    .filter(({ limit, from, to }) => limit.window !== "monthly" && to > from)
    .flatMap((story): Row[] => {
      const { merchantId, terminalId } = story.limit;
      const count = 3 + Math.floor(chance("checks", terminalId, story.limit.window) * 12);
      return Array.from({ length: count }, (_, n) => {
        const refusal = refusalOf(story, n);
        const checkId = idAt("chk", refusal.at);
        return {
          ...{ merchant_id: merchantId, check_id: checkId, terminal_id: terminalId },
          ...{ amount_minor: refusal.amountMinor, currency: "CNY", decision: "decline" },
          ...{ answer: answerOf(story, checkId, refusal), source: "api", actor_id: "till" },
          evaluated_at: iso(refusal.at),
        };
      });
    });
  await insertRows(client, "checks", rows);
}
