import { useTranslations } from "next-intl";
import { type Description, DescriptionList } from "@/components/ui/description-list";
import { Disclosure } from "@/components/ui/disclosure";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { ComplianceStatus } from "@/components/compliance/compliance-status";
import { RequirementList } from "@/components/compliance/requirement-list";
import { RequestState } from "@/components/limit-requests/request-state";
import { RiskRating } from "@/components/limit-requests/risk-rating";
import { useBoundText } from "@/components/limit-requests/use-bound-text";
import { ValueChange } from "@/components/limit-requests/value-change";
import { Amount } from "@/components/money/amount";
import { useDateLocale } from "@/components/time/use-date-locale";
import { Moment } from "@/components/time/moment";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import type { Review } from "@/lib/domain/limit-requests/review";
import { formatMoment } from "@/lib/i18n/format-moment";

/** What is known besides the use: replay, refusals, compliance, risk, others like it, history. */
export function ReviewFacts({ review }: { review: Review }) {
  const t = useTranslations("decision");
  const items: Description[] = [
    { key: "replay", term: t("replay"), value: <Replayed review={review} /> },
    { key: "declines", term: t("declines"), value: <Declines review={review} /> },
    { key: "compliance", term: t("compliance"), value: <Compliance review={review} /> },
    { key: "risk", term: t("risk"), value: <Risk review={review} /> },
    { key: "similar", term: t("similar"), value: <Similar review={review} /> },
    { key: "earlier", term: t("earlier"), value: <Earlier review={review} /> },
  ];
  return <DescriptionList items={items} />;
}

function Replayed({ review }: { review: Review }) {
  const t = useTranslations("decision");
  const { refusals, replay } = review.evidence;
  if (refusals === 0) return t("replayNone");
  return t.rich("replayPass", {
    ...{ count: replay.count, refusals },
    amount: () => <Amount amountMinor={replay.amountMinor} currency={review.request.currency} />,
  });
}

function Declines({ review }: { review: Review }) {
  const t = useTranslations("decision");
  const separator = useTranslations("limits")("listSeparator");
  const { declines } = review.evidence;
  if (declines.length === 0) return t("noDeclines");
  return declines
    .map(({ cause, count }) => `${t(`cause.${cause as "limit"}`)} ${count}`)
    .join(separator);
}

function Compliance({ review }: { review: Review }) {
  const t = useTranslations("decision");
  const { merchant, compliance, now, cutOver, dueSoonDays } = review;
  const { acceptance, requirements } = merchant;
  return (
    <>
      <ComplianceStatus status={compliance} />
      {!acceptance.enabled && (
        <Status tone="block" className="ml-3">
          {t("acceptanceOff")} {acceptance.reason}
        </Status>
      )}
      {requirements.length > 0 && (
        <Disclosure summary={t("requirements")}>
          <RequirementList
            requirements={requirements}
            now={now}
            timeZone={cutOver.timeZone}
            dueSoonDays={dueSoonDays}
          />
        </Disclosure>
      )}
    </>
  );
}

function Risk({ review }: { review: Review }) {
  const t = useTranslations("decision");
  const locale = useDateLocale();
  const { riskRating, riskRatedAt } = review.merchant;
  if (riskRatedAt === null) return <RiskRating rating={riskRating} />;
  return t.rich("riskRated", {
    rating: () => <RiskRating rating={riskRating} />,
    date: formatMoment(riskRatedAt, "date", review.cutOver.timeZone, locale),
  });
}

function Similar({ review }: { review: Review }) {
  const t = useTranslations("decision");
  const { request, evidence } = review;
  const bound = useBoundText(request.currency);
  const { merchants, maxAmountMinor, maxCount } = evidence.similar;
  const field = request.asked[0] === "max_count" ? "max_count" : "max_amount";
  const value = field === "max_count" ? maxCount : maxAmountMinor;
  if (merchants === 0 || value === null) return t("similarNone");
  const limit = bound({ maxAmountMinor, maxCount, minAmountMinor: null }, field);
  return t("similarMiddle", { merchants, limit });
}

const wasGranted = ({ state, isTightening }: LimitRequest) =>
  !isTightening &&
  ["approved", "partially_approved", "scheduled", "applied", "reverted"].includes(state);

function Earlier({ review }: { review: Review }) {
  const t = useTranslations("decision");
  const { earlier, cutOver } = review;
  if (earlier.length === 0) return t("earlierNone");
  const rejected = earlier.filter((request) => request.state === "rejected").length;
  const granted = earlier.filter(wasGranted).length;
  const other = earlier.length - granted - rejected;
  return (
    <>
      {t("earlierCounts", { granted, rejected, other })}
      <Disclosure summary={t("earlierList")}>
        <ul className="divide-y">
          {earlier.map((request) => (
            <EarlierRequest
              key={request.limitRequestId}
              request={request}
              timeZone={cutOver.timeZone}
            />
          ))}
        </ul>
      </Disclosure>
    </>
  );
}

function EarlierRequest({ request, timeZone }: { request: LimitRequest; timeZone: string }) {
  const { merchantId, limitRequestId, submittedAt, asked, current, currency } = request;
  const windows = useTranslations("enums.window");
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.5">
      <span>
        <TextLink href={`/queue/${merchantId}/${limitRequestId}`}>
          <Moment at={submittedAt} timeZone={timeZone} style="date" />
        </TextLink>{" "}
        {windows(request.window)}{" "}
        <ValueChange
          asked={asked}
          before={current}
          after={request.approved ?? request.requested}
          currency={currency}
        />
      </span>
      <RequestState state={request.state} />
    </li>
  );
}
