import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import type { AuditEvent } from "@/lib/domain/audit";
import { ACQUIRER } from "@/lib/domain/ids";

type AuditSubjectProps = Pick<
  AuditEvent,
  "merchantId" | "merchantName" | "subjectKind" | "subjectId" | "subjectName"
>;

/** What was changed, by kind, name and number, and whose it is. */
export function AuditSubject(props: AuditSubjectProps) {
  const { merchantId, merchantName, subjectKind, subjectId, subjectName } = props;
  const t = useTranslations("audit");
  const kind = `subject.${subjectKind}` as "subject.merchant";
  const isAcquirer = merchantId === ACQUIRER;
  const ofMerchant = (
    <span className="block">
      {!isAcquirer && merchantName}{" "}
      <TextLink href={`/audit?merchant=${merchantId}`}>
        {isAcquirer ? t("acquirer") : merchantId}
      </TextLink>
    </span>
  );
  if (subjectId === merchantId) return ofMerchant;
  return (
    <span>
      <span className="block">
        {[t.has(kind) ? t(kind) : subjectKind, subjectName].filter(Boolean).join(" · ")}{" "}
        <TextLink href={`/audit?subject=${encodeURIComponent(subjectId)}`}>
          <span className="max-md:break-all md:whitespace-nowrap">{subjectId}</span>
        </TextLink>
      </span>
      {ofMerchant}
    </span>
  );
}
