import { getLocale, getTranslations } from "next-intl/server";
import { unstable_rethrow } from "next/navigation";
import type { NextRequest } from "next/server";
import { auditFile, merchantsFile, queueFile, registryFile } from "@/app/csv/acquirer-files";
import { limitRequestsFile, limitsFile, terminalsFile } from "@/app/csv/merchant-files";
import { NotFoundError } from "@/lib/domain/errors";
import { problemResponse } from "@/lib/http/csv-download";
import { isTableName, type TableName } from "@/lib/domain/tables/tables";

const FILES: Record<TableName, typeof terminalsFile> = {
  audit: auditFile,
  limit_requests: limitRequestsFile,
  limits: limitsFile,
  merchants: merchantsFile,
  queue: queueFile,
  registry: registryFile,
  terminals: terminalsFile,
};

type Context = { params: Promise<{ table: string }> };

/** The rows of a table as its page shows them, all of them, as a file. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  try {
    const { table } = await params;
    if (!isTableName(table)) throw new NotFoundError();
    return await FILES[table]({
      params: Object.fromEntries(request.nextUrl.searchParams),
      t: await getTranslations(),
      locale: await getLocale(),
    });
  } catch (error) {
    unstable_rethrow(error);
    return problemResponse(error, request);
  }
}
