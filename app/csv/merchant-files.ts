import "server-only";
import { nameOrderOf } from "@/lib/i18n/locales";
import { type CsvAsked, openFile } from "@/app/csv/open-file";
import { requestCsv } from "@/components/limit-requests/request-csv";
import { limitCsv } from "@/components/limits/limit-csv";
import { terminalCsv } from "@/components/terminals/terminal-csv";
import { requireShownMerchant } from "@/lib/auth/session";
import { limitListQuery, readLimitListParams } from "@/lib/contracts/limit-list";
import {
  limitRequestListQuery,
  readLimitRequestListParams,
} from "@/lib/contracts/limit-request-list";
import { readTerminalListParams, terminalListQuery } from "@/lib/contracts/terminal-list";
import { listRequestRows } from "@/lib/use-cases/limit-requests/list-request-rows";
import { listLimitRows } from "@/lib/use-cases/limits/list-limit-rows";
import { listTerminalOverviews } from "@/lib/use-cases/terminals/list-terminal-overviews";

export async function terminalsFile(asked: CsvAsked) {
  const { ctx, merchantId } = await requireShownMerchant(asked.params.merchant);
  const params = readTerminalListParams(asked.params);
  const query = { ...terminalListQuery(params), nameOrder: nameOrderOf(asked.locale) };
  return openFile(ctx, "terminals", { asked, cols: params.cols }, terminalCsv, async (page) => {
    const found = await listTerminalOverviews(ctx, merchantId, { ...query, ...page });
    return { ...found, rows: found.terminals };
  });
}

export async function limitsFile(asked: CsvAsked) {
  const { ctx, merchantId } = await requireShownMerchant(asked.params.merchant);
  const params = readLimitListParams(asked.params);
  const { filter, page } = limitListQuery(params);
  const ordered = { ...page, nameOrder: nameOrderOf(asked.locale) };
  return openFile(ctx, "limits", { asked, cols: params.cols }, limitCsv, (part) =>
    listLimitRows(ctx, merchantId, filter, { ...ordered, ...part }),
  );
}

export async function limitRequestsFile(asked: CsvAsked) {
  const { ctx, merchantId } = await requireShownMerchant(asked.params.merchant);
  const params = readLimitRequestListParams(asked.params);
  const { filter, page } = limitRequestListQuery(params);
  return openFile(ctx, "limit_requests", { asked, cols: params.cols }, requestCsv, (part) =>
    listRequestRows(ctx, merchantId, filter, { ...page, ...part }),
  );
}
