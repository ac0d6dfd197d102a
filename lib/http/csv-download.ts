import "server-only";
import { BYTE_ORDER_MARK, type CsvCell, csvLine } from "@/lib/contracts/exports/csv-cells";
import { isUnforeseen, problemHeaders, problemOf } from "@/lib/http/problem";
import { DATA_POLICY } from "@/lib/http/security-headers";
import { requestIdOf } from "@/lib/http/request-id";
import { logger } from "@/lib/platform/logger";

/** Some lines of a file, and where the next ones begin; null after the last. */
export type CsvPage<Place> = { lines: CsvCell[][]; next: Place | null };

export type CsvSource<Place> = {
  name: string;
  head: string[];
  readPage: (after: Place | null) => Promise<CsvPage<Place>>;
};

/** A file sent page by page as it is read; whoever may not read it is refused before its first byte. */
export async function csvDownload<Place>({
  name,
  head,
  readPage,
}: CsvSource<Place>): Promise<Response> {
  const encoder = new TextEncoder();
  let page: CsvPage<Place> | null = await readPage(null);
  let start = BYTE_ORDER_MARK + csvLine(head);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (page === null) return controller.close();
      controller.enqueue(encoder.encode(start + page.lines.map(csvLine).join("")));
      start = "";
      page = page.next === null ? null : await readPage(page.next);
    },
  });
  return new Response(body, { headers: headersOf(name) });
}

const headersOf = (name: string) => ({
  "content-type": "text/csv; charset=utf-8",
  "content-disposition": `attachment; filename="${name}.csv"`,
  "content-security-policy": DATA_POLICY,
  "cache-control": "no-store",
});

/** A file that is kept as it is. */
export const textDownload = (name: string, text: string): Response =>
  new Response(text, { headers: headersOf(name) });

/** Why there is no file. */
export function problemResponse(error: unknown, asked: Request): Response {
  const requestId = requestIdOf(asked.headers.get("x-request-id"));
  const instance = new URL(asked.url).pathname;
  if (isUnforeseen(error)) logger.error({ err: error, requestId }, "download failed");
  const problem = problemOf(error, { instance, requestId });
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      ...problemHeaders(error),
      "content-type": "application/problem+json",
      "cache-control": "no-store",
    },
  });
}
