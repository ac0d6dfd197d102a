import "server-only";
import { type CsvAsked, openFile } from "@/app/csv/open-file";
import { auditCsv } from "@/components/audit/audit-csv";
import { merchantCsv } from "@/components/merchants/merchant-csv";
import { registryCsv } from "@/components/registry/registry-csv";
import { requireAcquirer } from "@/lib/auth/session";
import { auditListQuery, readAuditListParams } from "@/lib/contracts/audit-list";
import { merchantListQuery, readMerchantListParams } from "@/lib/contracts/merchant-list";
import { readRegistryListParams, registryListQuery } from "@/lib/contracts/registry-list";
import { nameOrderOf } from "@/lib/i18n/locales";
import { listAuditEvents } from "@/lib/use-cases/audit-events/list-audit-events";
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
