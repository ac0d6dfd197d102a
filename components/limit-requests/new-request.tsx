import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { useLimitWords } from "@/components/limits/use-limit-words";
import {
  LimitRequestForm,
  type LimitRequestFormProps,
} from "@/components/limit-requests/limit-request-form";

type NewRequestProps = LimitRequestFormProps & {
  openRequestId: string | null;
  /** The check whose verdict led here. */
  checkId: string | null;
  mayRequest: boolean;
};

/** The form for one limit; another open request or a missing role stands in its place. */
export function NewRequest({ openRequestId, checkId, mayRequest, ...form }: NewRequestProps) {
  const t = useTranslations("limitRequests");
  const words = useLimitWords();
  return (
    <Section title={words.line(form.limit)}>
      {!mayRequest && <Notice tone="info">{t("noneHintStaff")}</Notice>}
      {mayRequest && openRequestId && (
        <Notice
          tone="warn"
          actions={
            <LinkButton size="small" href={`/limit-requests/${openRequestId}`}>
              {t("seeOpen")}
            </LinkButton>
          }
        >
          {t("oneAtATime")}
        </Notice>
      )}
      {mayRequest && !openRequestId && (
        <LimitRequestForm
          {...form}
          source={
            checkId && (
              <p className="text-muted">
                {t("fromCheck")} <code className="font-mono text-meta">{checkId}</code>
              </p>
            )
          }
        />
      )}
    </Section>
  );
}
