import "server-only";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import type { RequestState } from "@/lib/domain/limit-requests/request-state";
import type { Window } from "@/lib/domain/limits/limit";
import { COUNTED_UP_TO, type Counting, type PageFrom } from "@/lib/domain/page";
import type { Db } from "@/lib/data/ctx";
import { Prisma } from "@/lib/data/generated/client";
import { inListOrder, keysetOf, likePart } from "@/lib/data/keyset";

/** `text` is part of a TID or store, or a whole request number; `state` is the state as it is shown. */
export type RequestFilter = {
  text: string | null;
  state: RequestState | null;
  window: Window | null;
};

export type RequestRowPage = Counting & { descending: boolean; limit: number; from: PageFrom };

export type RequestMoment = { at: Date; questionDays: number };

/** The state as it is shown, whether or not a job has recorded it; the domain's stateAt in SQL. */
const shownState = ({ at, questionDays }: RequestMoment) => Prisma.sql`
  case when r.state in ('submitted', 'in_review', 'info_requested') then
      case when r.ends_at <= ${at} or (r.state = 'info_requested'
        and r.question_asked_at + ${questionDays} * interval '1 day' <= ${at})
      then 'expired' else r.state end
    when r.state in ('approved', 'partially_approved', 'scheduled', 'applied')
      and r.approved_ends_at <= ${at}
      and (r.state = 'applied' or r.approved_starts_at <= ${at}) then 'reverted'
    when r.state in ('approved', 'partially_approved', 'scheduled') then
      case when r.approved_starts_at <= ${at} then 'applied' else 'scheduled' end
    else r.state end`;

function matching(
  merchantId: string,
  { text, state, window }: RequestFilter,
  moment: RequestMoment,
): Prisma.Sql {
  const clauses = [Prisma.sql`r.merchant_id = ${merchantId}`];
  if (state) clauses.push(Prisma.sql`${shownState(moment)} = ${state}`);
  if (window) clauses.push(Prisma.sql`r."window" = ${window}`);
  if (text) {
    const part = likePart(text);
    clauses.push(Prisma.sql`(r.terminal_id ilike ${part} or r.store ilike ${part}
      or r.limit_request_id = ${text})`);
  }
  return Prisma.join(clauses, " and ");
}

/** One page of a merchant's requests by when they were made, one row more when another page follows. */
export async function listRequestRows(
  db: Db,
  merchantId: string,
  filter: RequestFilter,
  { descending, limit, from }: RequestRowPage,
  moment: RequestMoment,
): Promise<LimitRequest[]> {
  const { order, beyond } = keysetOf({
    by: [Prisma.sql`r.limit_request_id`],
    valuesOf: ({ id }) => [Prisma.sql`${id}`],
    ...{ descending, from },
  });
  const rows = await db.$queryRaw<{ request: LimitRequest }[]>`
    select limit_request_state(r::limit_requests, ${moment.at}) as request
    from (select r.* from limit_requests r
      where ${matching(merchantId, filter, moment)} and ${beyond}
      order by ${order} limit ${limit + 1}) r
    order by ${order}`;
  return inListOrder(
    rows.map(({ request }) => request),
    from,
  );
}

/** How many requests a filter finds, counted to 10,001 at most. */
export async function countRequests(
  db: Db,
  merchantId: string,
  filter: RequestFilter,
  moment: RequestMoment,
): Promise<number> {
  const [row] = await db.$queryRaw<[{ found: number }]>`
    select count(*)::int as found from (select from limit_requests r
      where ${matching(merchantId, filter, moment)} limit ${COUNTED_UP_TO + 1}) counted`;
  return row.found;
}
