import "server-only";
import type { ApiRequest } from "@/lib/domain/api-requests";
import { type Page, toPage } from "@/lib/domain/page";
import type { Db } from "@/lib/data/ctx";

type Row = Omit<ApiRequest, "requestedAt" | "check"> & {
  requestedAt: Date;
  checkId: string | null;
  decision: "approve" | "review" | "decline" | null;
};

const toApiRequest = ({ requestedAt, checkId, decision, ...row }: Row): ApiRequest => ({
  ...row,
  requestedAt: requestedAt.getTime(),
  check: checkId && decision ? { checkId, decision } : null,
});

/** The merchant's requests since `since`, newest first; with `refusedOnly` those answered 400 or above. */
export async function listApiRequests(
  db: Db,
  merchantId: string,
  { since, refusedOnly, after, limit }: ApiRequestPage & { since: Date },
): Promise<Page<ApiRequest>> {
  const rows = await db.$queryRaw<Row[]>`
    select r.api_request_id as "apiRequestId", r.key_id as "keyId", k.name as "keyName",
      coalesce(k.mode, 'live') as mode,
      r.requested_at as "requestedAt", r.method, r.path, r.status, r.request_id as "requestId",
      r.check_id as "checkId", r.decision, r.body
    from api_requests r left join api_keys k using (merchant_id, key_id)
    where r.merchant_id = ${merchantId} and r.requested_at >= ${since}
      and (${after}::text is null or r.api_request_id < ${after})
      and (not ${refusedOnly} or r.status >= 400)
    order by r.api_request_id desc limit ${limit + 1}`;
  return toPage(rows.map(toApiRequest), limit, (row) => row.apiRequestId);
}

export type ApiRequestPage = { refusedOnly: boolean; after: string | null; limit: number };
