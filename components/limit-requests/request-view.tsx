import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { useLimitWords } from "@/components/limits/use-limit-words";
import { AnswerForm, type AnswerAction } from "@/components/limit-requests/answer-form";
import { RequestState } from "@/components/limit-requests/request-state";
import { RequestTimeline, type TimelineStep } from "@/components/limit-requests/request-timeline";
import { ValueChange } from "@/components/limit-requests/value-change";
import { WithdrawButton, type WithdrawAction } from "@/components/limit-requests/withdraw-button";
import type { ConfirmPassword } from "@/components/shell/fresh-password-dialog";
import { Moment } from "@/components/time/moment";
import { Until } from "@/components/time/until";
import { RelativeTime } from "@/components/time/relative-time";
import type { CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import { isUndecided } from "@/lib/domain/limit-requests/request-state";

type RequestViewProps = {
  request: LimitRequest;
  events: readonly TimelineStep[];
  mayWithdraw: boolean;
  mayAnswer: boolean;
  now: Instant;
  cutOver: CutOver;
  actions: { withdraw: WithdrawAction; answer: AnswerAction; confirmPassword: ConfirmPassword };
};

/** One request as its merchant sees it: what was asked, how it stands, what happened. */
export function RequestView(props: RequestViewProps) {
  const { request, events, mayWithdraw, mayAnswer, now, cutOver, actions } = props;
  const t = useTranslations("limitRequests");
  const words = useLimitWords();
  const { limitRequestId } = request;
  const { timeZone } = cutOver;
  return (
    <>
      <PageHeader
        parent={<TextLink href="/limit-requests">{t("title")}</TextLink>}
        title={words.line(request)}
        meta={
          <>
            <RequestState state={request.state} />
            {request.limitBatchId !== null && <span>{t("partOfImport")}</span>}
            {isUndecided(request.state) && (
              <span>
                {t("column.due")} <RelativeTime at={request.dueAt} now={now} timeZone={timeZone} />
              </span>
            )}
          </>
        }
        actions={
          mayWithdraw && (
            <WithdrawButton
              limitRequestId={limitRequestId}
              withdraw={actions.withdraw}
              confirmPassword={actions.confirmPassword}
            />
          )
        }
      />
      {request.state === "info_requested" && request.question && (
        <Notice tone="warn" title={t("questionTitle")} className="mb-4">
          <p className="whitespace-pre-line">{request.question}</p>
          {mayAnswer && (
            <AnswerForm
              limitRequestId={limitRequestId}
              answer={actions.answer}
              confirmPassword={actions.confirmPassword}
            />
          )}
        </Notice>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Section title={t("whatIsAsked")}>
          <RequestFacts request={request} cutOver={cutOver} />
        </Section>
        <Section title={t("timeline")}>
          <RequestTimeline steps={events} request={request} timeZone={timeZone} />
        </Section>
      </div>
    </>
  );
}

type RequestFactsProps = { request: LimitRequest; cutOver: CutOver };

function RequestFacts({ request, cutOver }: RequestFactsProps) {
  const t = useTranslations("limitRequests");
  const { asked, current, requested, approved, currency, isTightening } = request;
  const change = { asked, before: current, currency, withNames: true };
  return (
    <DescriptionList
      items={[
        {
          key: "requested",
          term: t("fact.requested"),
          value: <ValueChange {...change} after={requested} />,
        },
        ...(approved
          ? [
              {
                key: "approved",
                term: t("fact.approved"),
                value: <ValueChange {...change} after={approved} />,
              },
            ]
          : []),
        {
          key: "period",
          term: t("fact.period"),
          value: <Period request={request} cutOver={cutOver} />,
        },
        { key: "why", term: t("fact.why"), value: <Why text={request.justification} /> },
        { key: "by", term: t("fact.by"), value: request.maker.name },
        {
          key: "approvals",
          term: t("fact.approvals"),
          value: isTightening
            ? t("fact.noApproval")
            : t("fact.approvalsOf", {
                given: request.approvals,
                required: request.requiredApprovals,
              }),
        },
        {
          key: "number",
          term: t("fact.number"),
          value: <code className="font-mono text-meta">{request.limitRequestId}</code>,
        },
      ]}
    />
  );
}

function Why({ text }: { text: string }) {
  return <p className="whitespace-pre-line">{text}</p>;
}

function Period({ request, cutOver }: RequestFactsProps) {
  const t = useTranslations("limitRequests");
  const startsAt = request.approvedStartsAt ?? request.startsAt;
  const endsAt = request.approvedEndsAt ?? request.endsAt;
  return (
    <>
      {startsAt === null ? (
        t("fact.onDecision")
      ) : (
        <Moment at={startsAt} timeZone={cutOver.timeZone} />
      )}
      {" – "}
      {endsAt === null ? t("fact.noEnd") : <Until at={endsAt} cutOver={cutOver} />}
    </>
  );
}
