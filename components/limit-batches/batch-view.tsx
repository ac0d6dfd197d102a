import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { PlainTable } from "@/components/ui/plain-table";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { BatchDecisionPanel } from "@/components/limit-batches/batch-decision-panel";
import type { BatchActions } from "@/components/limit-batches/use-batch-actions";
import type { BatchShown, MerchantTotalShown } from "@/components/limit-batches/batch-shown";
import { BatchRaise } from "@/components/limit-batches/batch-raise";
import { BatchRows } from "@/components/limit-batches/batch-rows";
import { WithdrawBatch } from "@/components/limit-batches/withdraw-batch";
import { DueTime } from "@/components/limit-requests/due-time";
import { RequestState } from "@/components/limit-requests/request-state";
import { TablePages } from "@/components/tables/table-pages";
import { Moment } from "@/components/time/moment";
import { BATCH_ROWS_PER_PAGE } from "@/lib/contracts/limit-batches";
import { isUndecided } from "@/lib/domain/limit-requests/request-state";

type BatchViewProps = { view: BatchShown; start: number; actions: BatchActions };

/** A whole import with all that is needed to decide it, and the decision beside it. */
export function BatchView({ view, start, actions }: BatchViewProps) {
  const t = useTranslations("batches");
  const { batch, rows, previous, next, totals, cutOver } = view;
  return (
    <>
      <BatchHeader view={view} actions={actions} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 gap-4">
          <Section
            title={t("says")}
            aside={
              <span className="inline-flex flex-wrap gap-x-1.5">
                {t("column.raise")} <BatchRaise raise={batch.raise} />
              </span>
            }
          >
            <p className="max-w-prose whitespace-pre-line">{batch.justification}</p>
          </Section>
          <Section title={t("limits")} surface="plain">
            <BatchRows rows={rows} cutOver={cutOver} />
            <TablePages
              path={`/queue/batches/${batch.limitBatchId}`}
              query={{}}
              label={t("pages")}
              start={start}
              perPage={BATCH_ROWS_PER_PAGE}
              page={{ previous, next, shown: rows.length, count: batch.limitsCount }}
            />
          </Section>
        </div>
        <div className="grid min-w-0 gap-4 lg:sticky lg:top-18">
          <BatchDecisionPanel view={view} actions={actions} />
          <Section title={t("totals")}>
            <MerchantTotals totals={totals} merchants={batch.merchantsCount} />
          </Section>
        </div>
      </div>
    </>
  );
}

function BatchHeader({ view, actions }: Omit<BatchViewProps, "start">) {
  const t = useTranslations("batches");
  const decision = useTranslations("decision");
  const { batch, now, cutOver, mayWithdraw } = view;
  const { timeZone } = cutOver;
  return (
    <PageHeader
      parent={<TextLink href="/queue">{decision("back")}</TextLink>}
      title={t("title", { limits: batch.limitsCount, merchants: batch.merchantsCount })}
      meta={
        <>
          <RequestState state={batch.state} />
          {isUndecided(batch.state) && (
            <DueTime at={batch.dueAt} now={now} timeZone={timeZone} withWord />
          )}
          <Badge tone="neutral">
            {decision("approvals", { required: batch.requiredApprovals })}
          </Badge>
          <span>
            {t.rich("importedBy", {
              name: batch.maker.name,
              at: () => <Moment at={batch.submittedAt} timeZone={timeZone} />,
            })}
          </span>
        </>
      }
      actions={
        mayWithdraw && (
          <WithdrawBatch limitBatchId={batch.limitBatchId} withdraw={actions.withdraw} />
        )
      }
    />
  );
}

type MerchantTotalsProps = { totals: readonly MerchantTotalShown[]; merchants: number };

function MerchantTotals({ totals, merchants }: MerchantTotalsProps) {
  const t = useTranslations("batches");
  return (
    <>
      <PlainTable
        caption={t("totals")}
        columns={[
          { key: "merchant", label: t("column.merchant") },
          { key: "limits", label: t("column.limits"), numeric: true },
          { key: "most", label: t("column.most"), numeric: true },
        ]}
        rows={totals.map((total) => ({
          key: `${total.merchantId} ${total.currency}`,
          cells: {
            merchant: (
              <TextLink href={`/merchants/${total.merchantId}`}>{total.tradingName}</TextLink>
            ),
            limits: total.limits,
            most: mostOf(total, t),
          },
        }))}
      />
      {totals.length < merchants && (
        <p className="mt-2 text-meta text-muted">{t("moreMerchants", { shown: totals.length })}</p>
      )}
    </>
  );
}

function mostOf(
  { mostPercent, newLimits }: MerchantTotalShown,
  t: ReturnType<typeof useTranslations<"batches">>,
): string {
  if (newLimits > 0) return t("newLimits", { count: newLimits });
  return mostPercent === null ? t("noMaximum") : t("percent", { percent: mostPercent });
}
