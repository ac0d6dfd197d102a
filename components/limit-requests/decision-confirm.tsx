"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useSentences } from "@/components/shell/use-sentences";
import { useLimitWords } from "@/components/limits/use-limit-words";
import { useRejectionText } from "@/components/limit-requests/use-rejection-text";
import { ValueChange } from "@/components/limit-requests/value-change";
import { useDateLocale } from "@/components/time/use-date-locale";
import { useUntil } from "@/components/time/use-until";
import type { DecisionSent } from "@/lib/contracts/decision-form";
import type { Instant } from "@/lib/domain/instant";
import type { Review } from "@/lib/domain/limit-requests/review";
import { formatMoment } from "@/lib/i18n/format-moment";

type DecisionConfirmProps = {
  review: Review;
  /** What is about to be sent; null while nothing is. */
  sent: DecisionSent | null;
  onClose: () => void;
  onConfirm: (sent: DecisionSent) => Promise<void>;
};

const TITLE = {
  first_approval: "titleFirst",
  approved: "titleFinal",
  rejected: "titleReject",
} as const;

/** Before and after, whose limit, and from when: read once more before it counts. */
export function DecisionConfirm({ review, sent, onClose, onConfirm }: DecisionConfirmProps) {
  const t = useTranslations("decision");
  const words = useLimitWords();
  const { request, merchant } = review;
  const expected = sent?.expected ?? "rejected";
  return (
    <ConfirmDialog
      open={sent !== null}
      onOpenChange={(next) => !next && onClose()}
      title={t(`confirm.${TITLE[expected]}`)}
      confirmLabel={t(`send.${expected === "rejected" ? "reject" : expected}`)}
      cancelLabel={t("confirm.cancel")}
      danger={expected === "rejected"}
      onConfirm={async () => {
        if (sent) await onConfirm(sent);
      }}
    >
      <p className="text-muted">
        {t("confirm.who", { limit: words.line(request), merchant: merchant.tradingName })}
      </p>
      {sent && <Consequence review={review} sent={sent} />}
    </ConfirmDialog>
  );
}

function Consequence({ review, sent }: { review: Review; sent: DecisionSent }) {
  const t = useTranslations("decision.confirm");
  const sentences = useSentences();
  const locale = useDateLocale();
  const until = useUntil(review.cutOver);
  const rejection = useRejectionText();
  const { request, now, cutOver } = review;
  const { input, expected } = sent;
  const note = input.note && (
    <p className="mt-2 whitespace-pre-line">{t("note", { note: input.note })}</p>
  );
  if (input.decision === "reject") {
    return (
      <>
        <p>{t("reason", { reason: rejection(input.reason) })}</p>
        {note}
      </>
    );
  }
  const { values, startsAt, endsAt } = input.grant;
  const moment = (at: Instant) => formatMoment(at, "full", cutOver.timeZone, locale);
  const isLater = startsAt !== null && startsAt > now;
  return (
    <>
      <p className="my-2 text-heading">
        <ValueChange
          asked={request.asked}
          before={request.current}
          after={values}
          currency={request.currency}
          withNames={request.asked.length > 1 || request.asked[0] !== "max_amount"}
        />
      </p>
      <p>
        {sentences(
          expected === "first_approval" && t("notYet"),
          isLater ? t("later", { at: moment(startsAt) }) : expected === "approved" && t("now"),
          endsAt !== null && t("until", { at: until(endsAt) }),
        )}
      </p>
      {note}
    </>
  );
}
