import "server-only";
import { csvShape, type CsvColumns, type CsvReader } from "@/components/tables/csv-column";
import { columnsToShow } from "@/components/tables/table-toolbar";
import type { SaidParams } from "@/lib/contracts/table-params";
import type { PageFrom, RowPlace } from "@/lib/domain/page";
import { type ColumnOf, type TableName, TABLES } from "@/lib/domain/tables/tables";
import { csvDownload } from "@/lib/http/csv-download";
import type { Locale } from "@/lib/i18n/locales";
import { getTableSetup } from "@/lib/use-cases/tables/get-table-setup";

const ROWS_AT_ONCE = 250;

export type CsvAsked = { params: SaidParams; t: CsvReader["t"]; locale: Locale };

type FilePage<Row> = { rows: readonly Row[]; next: RowPlace | null; timeZone: string };
type ReadPage<Row> = (page: {
  limit: number;
  from: PageFrom;
  counted: false;
}) => Promise<FilePage<Row>>;

/** The rows of a list, in the columns its reader sees, page by page to the last; never counted. */
export async function openFile<Name extends TableName, Row>(
  ctx: Parameters<typeof getTableSetup>[0],
  table: Name,
  { asked, cols }: { asked: CsvAsked; cols: readonly string[] },
  columnsFor: (reader: CsvReader) => CsvColumns<ColumnOf<Name>, Row>,
  read: ReadPage<Row>,
): Promise<Response> {
  const setup = await getTableSetup(ctx, table);
  const shown = columnsToShow(table, cols, setup);
  const readFrom = (from: PageFrom) => read({ limit: ROWS_AT_ONCE, from, counted: false });
  const first = await readFrom(null);
  const { head, lineOf } = csvShape(
    columnsFor({ t: asked.t, locale: asked.locale, timeZone: first.timeZone }),
    shown,
  );
  const day = ctx.now().toISOString().slice(0, 10);
  return csvDownload({
    name: `${TABLES[table].path.slice(1)}-${day}`,
    head,
    readPage: async (place: RowPlace | null) => {
      const from = place && { key: place, backwards: false };
      const page = place === null ? first : await readFrom(from);
      return { lines: page.rows.map(lineOf), next: page.next };
    },
  });
}
