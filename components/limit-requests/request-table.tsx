import { useRequestColumns } from "@/components/limit-requests/use-request-columns";
import { DataTable } from "@/components/tables/data-table";
import type { Instant } from "@/lib/domain/instant";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import { shownColumns } from "@/lib/domain/tables/tables";

type RequestTableProps = {
  requests: readonly LimitRequest[];
  caption: string;
  now: Instant;
  timeZone: string;
};

/** A few requests, newest first: which limit, from what to what, and how it stands. */
export function RequestTable({ requests, caption, now, timeZone }: RequestTableProps) {
  return (
    <DataTable
      caption={caption}
      columns={useRequestColumns({ now, timeZone })}
      shown={shownColumns("limit_requests", [])}
      density="comfortable"
      rows={requests}
      keyOf={({ limitRequestId }) => limitRequestId}
    />
  );
}
