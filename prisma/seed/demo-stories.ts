import type { RequestState } from "@/lib/domain/limit-requests/request-state";
import { chance, idAt } from "@/prisma/seed/rows";
import {
  type Act,
  DAY_MS,
  HOUR_MS,
  type Person,
  type Story,
  type StoryLimit,
  dayStart,
} from "@/prisma/seed/story";

/** Who plays in the stories. */
export type Cast = { owner: Person; reviewer: Person; approver: Person; second: Person };

type Sketch = Pick<Story, "why" | "to" | "state" | "required" | "acts"> &
  Partial<Pick<Story, "from" | "startsAt" | "endsAt" | "effect" | "maker">>;

const yuan = (amount: number) => amount * 100;

function tell(
  limit: StoryLimit,
  { submittedAt, dueAt }: { submittedAt: number; dueAt?: number },
  maker: Person,
  sketch: Sketch,
): Story {
  return {
    ...{ limit, submittedAt, maker, from: limit.maxAmountMinor, startsAt: null, endsAt: null },
    ...{ dueAt: dueAt ?? submittedAt + 24 * HOUR_MS, effect: null },
    ...sketch,
  };
}

type Find = (terminalId: string, window: string) => StoryLimit;

/** What the busy terminals of Sunrise are waiting for. */
function sunriseOpen(find: Find, { owner, reviewer, approver }: Cast, now: number): Story[] {
  const delivery = now - 3 * HOUR_MS;
  const cakes = now - 26 * HOUR_MS;
  const holiday = now - 4 * DAY_MS;
  const question =
    "Please name the two caterers and their usual order amounts. 请提供两家客户的名称和常用订单金额。";
  return [
    tell(find("00018646", "daily"), { submittedAt: delivery }, owner, {
      ...{ to: yuan(80_000), state: "in_review", required: 1 },
      why: "外卖订单增加，每晚九点前就用完额度，晚高峰只能拒单。",
      acts: [{ at: delivery + HOUR_MS, by: reviewer, kind: "claimed" }],
    }),
    tell(
      find("00018648", "per_transaction"),
      { submittedAt: cakes, dueAt: now + 8 * HOUR_MS },
      owner,
      {
        ...{ to: yuan(60_000), state: "info_requested", required: 2 },
        why: "Two caterers order cakes above the limit every week and pay the whole order by one card.",
        acts: [
          { at: cakes + HOUR_MS, by: reviewer, kind: "claimed" },
          { at: cakes + 2 * HOUR_MS, by: reviewer, kind: "question_asked", note: question },
        ],
      },
    ),
    tell(find("00018647", "daily"), { submittedAt: holiday }, owner, {
      ...{ to: yuan(500_000), state: "scheduled", required: 2 },
      ...{ startsAt: dayStart(now + 9 * DAY_MS), endsAt: dayStart(now + 12 * DAY_MS) },
      why: "节前批发备货，三天内预计每天约四十万元，之后恢复原限额。",
      acts: approvedByTwo(holiday, yuan(500_000), { first: reviewer, last: approver }),
      effect: {
        ...{ was: yuan(200_000), kind: "temporary", version: 3 },
        ...{ startsAt: dayStart(now + 9 * DAY_MS), endsAt: dayStart(now + 12 * DAY_MS) },
      },
    }),
  ];
}

function approvedByTwo(
  from: number,
  maxAmountMinor: number,
  { first, last, note = null }: { first: Person; last: Person; note?: string | null },
): Act[] {
  const reason = "90 days of use and the invoices support it; compliant, low risk.";
  return [
    { at: from + HOUR_MS, by: first, kind: "claimed" },
    { at: from + 2 * HOUR_MS, by: first, kind: "first_approval", maxAmountMinor, reason, note },
    {
      ...{ at: from + 5 * HOUR_MS, by: last, kind: "approved", maxAmountMinor, note },
      reason: "Confirmed after my own look at the declines of the last weeks.",
    },
  ];
}

/** What Sunrise asked for in the past, and what became of it. */
function sunrisePast(find: Find, cast: Cast, now: number): Story[] {
  const { owner, reviewer, approver, second } = cast;
  const growth = now - 75 * DAY_MS;
  const fair = now - 40 * DAY_MS;
  const careful = now - 20 * DAY_MS;
  const stock = now - 17 * DAY_MS;
  const mistake = now - 5 * DAY_MS;
  const less =
    "Enough for your present turnover; ask again after two months. 先批三十万，两个月后可再申请。";
  return [
    tell(find("00018647", "daily"), { submittedAt: growth }, owner, {
      ...{ from: yuan(200_000), to: yuan(400_000), state: "applied", required: 2 },
      why: "Wholesale clients pay by one card at delivery; we refuse several charges every day.",
      acts: approvedByTwo(growth, yuan(300_000), { first: reviewer, last: second, note: less }),
      effect: {
        ...{ was: yuan(200_000), kind: "base", version: 2 },
        ...{ startsAt: growth + 5 * HOUR_MS, endsAt: null },
      },
    }),
    tell(find("00018647", "per_transaction"), { submittedAt: fair }, owner, {
      ...{ to: yuan(80_000), state: "reverted", required: 2 },
      ...{ startsAt: dayStart(now - 37 * DAY_MS), endsAt: dayStart(now - 30 * DAY_MS) },
      why: "秋季展销会一周，大额整单客户集中付款，展会结束后恢复。",
      acts: [
        ...approvedByTwo(fair, yuan(80_000), { first: reviewer, last: approver }),
        { at: dayStart(now - 30 * DAY_MS), by: SYSTEM, kind: "reverted" },
      ],
      effect: {
        ...{ was: yuan(50_000), kind: "temporary", version: 2 },
        ...{ startsAt: dayStart(now - 37 * DAY_MS), endsAt: dayStart(now - 30 * DAY_MS) },
      },
    }),
    tell(find("00018648", "daily"), { submittedAt: careful }, owner, {
      ...{ from: yuan(250_000), to: yuan(200_000), state: "applied", required: 0 },
      why: "The bakery never needs more; a smaller limit lets us sleep better.",
      acts: [{ at: careful, by: owner, kind: "tightened" }],
      effect: {
        ...{ was: yuan(250_000), kind: "base", version: 2 },
        ...{ startsAt: careful, endsAt: null },
      },
    }),
    tell(find("00018647", "monthly"), { submittedAt: stock }, owner, {
      ...{ to: yuan(9_000_000), state: "rejected", required: 2 },
      why: "Year-end stock clearance across all wholesale clients.",
      acts: [
        { at: stock + HOUR_MS, by: reviewer, kind: "claimed" },
        {
          ...{ at: stock + 3 * HOUR_MS, by: reviewer, kind: "rejected" },
          reason: "use_does_not_support",
          note: "Of the present limit 74 % is used in your best month. 目前最高月份只用到 74%。",
        },
      ],
    }),
    tell(find("00018646", "per_transaction"), { submittedAt: mistake }, owner, {
      ...{ to: yuan(100_000), state: "withdrawn", required: 2 },
      why: "Typed one zero too many, please ignore this request.",
      acts: [{ at: mistake + HOUR_MS / 4, by: owner, kind: "withdrawn" }],
    }),
  ];
}

export const SYSTEM: Person = { kind: "user", id: "system", name: "system", side: "acquirer" };

const WHYS = [
  "批发客户常用一张卡付清整单，现有限额每天都要拒绝几笔。",
  "Spring festival orders are larger; regulars pay the whole order by one card.",
  "Moved to a bigger store in March; sales doubled, see the attached lease.",
  "旺季客流增加，近两周多次因限额交易失败，恳请提高。",
  "A second counter opened and both share this terminal until the new one arrives.",
  "企业客户按月结算，单笔金额超过现有限额，只能分次付款。",
];
const MAKERS = ["赵倩", "Kevin Ho", "孙丽", "周强", "Amy Lau", "吴迪"];

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

function queueStory(limit: StoryLimit, n: number, cast: Cast, now: number): Story {
  const luck = chance("queue", limit.terminalId, limit.window);
  const to = Math.round(limit.maxAmountMinor * (1.2 + Math.round(luck * 8) / 10));
  const required = to > (limit.window === "daily" ? yuan(300_000) : yuan(50_000)) ? 2 : 1;
  const submittedAt = now - (2 + Math.floor(luck * 20)) * HOUR_MS;
  const isClaimed = n % 4 === 1;
  const isHalfway = isClaimed && required === 2;
  const claim: Act = { at: submittedAt + HOUR_MS, by: cast.reviewer, kind: "claimed" };
  const first: Act = {
    ...{ at: submittedAt + 1.5 * HOUR_MS, by: cast.reviewer, kind: "first_approval" },
    ...{ maxAmountMinor: to, reason: "Turnover and history support it.", note: null },
  };
  const [kind, prefix] = n % 3 === 2 ? (["key", "key"] as const) : (["user", "usr"] as const);
  const name = kind === "key" ? "Shop system" : pick(MAKERS, n);
  const maker: Person = { kind, id: idAt(prefix, submittedAt), name, side: "merchant" };
  const isForHoliday = n % 6 === 4;
  const state: RequestState = isClaimed ? "in_review" : "submitted";
  const dueAt = n === 0 ? now - 2 * HOUR_MS : now + (0.7 + n * 0.9) * HOUR_MS;
  return tell(limit, { submittedAt, dueAt }, maker, {
    ...{ to, required, state, why: pick(WHYS, n) },
    startsAt: isForHoliday ? dayStart(now + 6 * DAY_MS) : null,
    endsAt: isForHoliday ? dayStart(now + 13 * DAY_MS) : null,
    acts: isHalfway ? [claim, first] : isClaimed ? [claim] : [],
  });
}

/** Every request of the demo world; none touches the two tills that newcomers try first. */
export function demoStories(
  { sunrise, others }: { sunrise: readonly StoryLimit[]; others: readonly StoryLimit[] },
  cast: Cast,
  now: number,
): Story[] {
  const find: Find = (terminalId, window) => {
    const found = sunrise.find((one) => one.terminalId === terminalId && one.window === window);
    if (!found) throw new Error(`The demo world has no ${window} limit on ${terminalId}.`);
    return found;
  };
  return [
    ...sunrisePast(find, cast, now),
    ...sunriseOpen(find, cast, now),
    ...others.slice(0, 27).map((limit, n) => queueStory(limit, n, cast, now)),
  ];
}
