import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import type { CheckResult } from "@/lib/domain/limit-check/check-result";

type CustomerWordsProps = { result: CheckResult; splitAllowed: boolean };

/** What a cashier may say at the counter: nothing about the customer, nothing that is not known. */
export function CustomerWords({ result, splitAllowed }: CustomerWordsProps) {
  const t = useTranslations("check.customer");
  const cause = result.reasons[0]?.cause ?? "limit";
  if (result.decision !== "decline") return null;
  return (
    <Disclosure summary={t("summary")} className="mt-2">
      <blockquote className="border-l-2 border-line-strong pl-3">
        {cause === "card" ? t("card") : t("ours")}
      </blockquote>
      {cause === "limit" && (
        <p className="mt-2 text-meta text-muted">
          {splitAllowed ? t("splitAllowed") : t("splitForbidden")}
        </p>
      )}
    </Disclosure>
  );
}
