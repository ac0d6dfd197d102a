import "server-only";
import { type CsvAsked, openFile } from "@/app/csv/open-file";
import { auditCsv } from "@/components/audit/audit-csv";
import { queueCsv } from "@/components/limit-requests/queue-csv";
import { merchantCsv } from "@/components/merchants/merchant-csv";
import { registryCsv } from "@/components/registry/registry-csv";
import { requireAcquirer } from "@/lib/auth/session";
import { auditListQuery, readAuditListParams } from "@/lib/contracts/audit-list";
import { merchantListQuery, readMerchantListParams } from "@/lib/contracts/merchant-list";
import {
  queueKeyOf,
  queueListQuery,
  queuePlaceOf,
  readQueueParams,
} from "@/lib/contracts/queue-list";
import { readRegistryListParams, registryListQuery } from "@/lib/contracts/registry-list";
import { nameOrderOf } from "@/lib/i18n/locales";
import { listAuditEvents } from "@/lib/use-cases/audit-events/list-audit-events";
import { listReviewQueue } from "@/lib/use-cases/limit-requests/list-review-queue";
import { searchMerchants } from "@/lib/use-cases/merchants/search-merchants";
import { listRegistry } from "@/lib/use-cases/registry/list-registry";

export async function merchantsFile(asked: CsvAsked) {
  const { ctx } = await requireAcquirer();
  const params = readMerchantListParams(asked.params);
  const { filter, page } = merchantListQuery(params);
  const ordered = { ...page, nameOrder: nameOrderOf(asked.locale) };
  return openFile(ctx, "merchants", { asked, cols: params.cols }, merchantCsv, (part) =>
    searchMerchants(ctx, filter, { ...ordered, ...part }),
  );
}

export async function auditFile(asked: CsvAsked) {
  const { ctx } = await requireAcquirer();
  const params = readAuditListParams(asked.params);
  const { filter } = auditListQuery(params);
  return openFile(ctx, "audit", { asked, cols: params.cols }, auditCsv, (part) =>
    listAuditEvents(ctx, filter, part),
  );
}

export async function registryFile(asked: CsvAsked) {
  const { ctx } = await requireAcquirer();
  const params = readRegistryListParams(asked.params);
  const { filter, page } = registryListQuery(params);
  return openFile(ctx, "registry", { asked, cols: params.cols }, registryCsv, (part) =>
    listRegistry(ctx, filter, { ...page, ...part }),
  );
}

export async function queueFile(asked: CsvAsked) {
  const { ctx } = await requireAcquirer();
  const params = readQueueParams(asked.params);
  const { tab, filter } = queueListQuery(params);
  return openFile(
    ctx,
    "queue",
    { asked, cols: params.cols },
    queueCsv,
    async ({ limit, from, counted }) => {
      const after = from && queueKeyOf(from.key);
      const found = await listReviewQueue(ctx, {
        tab,
        filter,
        limit,
        after,
        before: null,
        counted,
      });
      const last = found.rows.at(-1);
      const next = found.hasNext && last ? queuePlaceOf(last) : null;
      return { rows: found.rows, next, timeZone: found.cutOver.timeZone };
    },
  );
}
