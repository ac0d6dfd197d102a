import { Download, FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { TablePages } from "@/components/tables/table-pages";
import { Moment } from "@/components/time/moment";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { PastImport } from "@/lib/domain/imports/import-plan";
import type { Span } from "@/lib/domain/page";

type PastImportsProps = {
  page: Span<PastImport> & { total: number; timeZone: string };
  start: number;
  /** Whether the reader may import, and so undo. */
  mayImport: boolean;
};

/** Imports and edits of many rows that were applied, the latest first, with the file that undoes each. */
export function PastImports({ page, start, mayImport }: PastImportsProps) {
  const t = useTranslations("pastImports");
  return (
    <Section title={t("title")} surface="plain">
      {page.rows.length === 0 ? (
        <EmptyState icon={FileUp} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        <ImportTable page={page} mayImport={mayImport} />
      )}
      {page.rows.length > 0 && (
        <TablePages
          path="/imports"
          query={{}}
          label={t("pages")}
          start={start}
          page={{ ...page, shown: page.rows.length, count: page.total }}
        />
      )}
    </Section>
  );
}

function ImportTable({ page, mayImport }: Omit<PastImportsProps, "start">) {
  const t = useTranslations("pastImports");
  const nouns = useTranslations("imports.noun");
  return (
    <Table caption={t("title")}>
      <TableHead>
        <HeaderCell>{t("when")}</HeaderCell>
        <HeaderCell>{t("what")}</HeaderCell>
        <HeaderCell>{t("did")}</HeaderCell>
        <HeaderCell>{t("who")}</HeaderCell>
        <HeaderCell>{t("undo")}</HeaderCell>
      </TableHead>
      <TableBody>
        {page.rows.map((one) => (
          <Row key={one.importId}>
            <Cell label={t("when")} className="md:whitespace-nowrap">
              <Moment at={one.appliedAt} timeZone={page.timeZone} />
            </Cell>
            <Cell primary>
              <span className="block">{nouns(one.noun)}</span>
              <span className="block text-meta wrap-anywhere text-muted">
                {one.fileName ?? t("edit")}
              </span>
            </Cell>
            <Cell label={t("did")}>
              <Counts one={one} />
            </Cell>
            <Cell label={t("who")}>{one.makerName}</Cell>
            <Cell label={t("undo")}>
              {mayImport && one.undoRows > 0 ? (
                <a
                  href={`/api/imports/${one.importId}/undo`}
                  download
                  className={buttonClass("secondary", "small")}
                >
                  <Download aria-hidden className="size-4" />
                  {t("undoRows", { count: one.undoRows })}
                </a>
              ) : (
                t(one.undoRows > 0 ? "undoRows" : "noUndo", { count: one.undoRows })
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function Counts({ one }: { one: PastImport }) {
  const t = useTranslations("pastImports");
  return (
    <span className="inline-flex flex-col max-md:items-end">
      <span>{t("counts", { added: one.added, changed: one.changed })}</span>
      {one.asked > 0 && one.limitBatchId && (
        <TextLink href={`/queue/batches/${one.limitBatchId}`}>
          {t("asked", { count: one.asked })}
        </TextLink>
      )}
      {one.leftOut > 0 && (
        <span className="text-muted">{t("leftOut", { count: one.leftOut })}</span>
      )}
    </span>
  );
}
