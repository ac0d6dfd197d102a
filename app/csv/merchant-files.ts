import "server-only";
import { nameOrderOf } from "@/lib/i18n/locales";
import { type CsvAsked, openFile } from "@/app/csv/open-file";
import { terminalCsv } from "@/components/terminals/terminal-csv";
import { requireMerchant } from "@/lib/auth/session";
import { readTerminalListParams, terminalListQuery } from "@/lib/contracts/terminal-list";
import { listTerminalOverviews } from "@/lib/use-cases/terminals/list-terminal-overviews";

export async function terminalsFile(asked: CsvAsked) {
  const { ctx, merchantId } = await requireMerchant();
  const params = readTerminalListParams(asked.params);
  const query = { ...terminalListQuery(params), nameOrder: nameOrderOf(asked.locale) };
  return openFile(ctx, "terminals", { asked, cols: params.cols }, terminalCsv, async (page) => {
    const found = await listTerminalOverviews(ctx, merchantId, { ...query, ...page });
    return { ...found, rows: found.terminals };
  });
}
