import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/page-header";
import { Status } from "@/components/ui/status";
import type { Merchant } from "@/lib/domain/merchants";

type MerchantHeaderProps = { merchant: Merchant; acceptsPayments: boolean };

/** Whose page this is, and whether payments are accepted at all. */
export function MerchantHeader({ merchant, acceptsPayments }: MerchantHeaderProps) {
  const t = useTranslations("home");
  return (
    <PageHeader
      title={merchant.tradingName}
      meta={
        <>
          <span>{t("mid", { mid: merchant.merchantId })}</span>
          {acceptsPayments ? (
            <Status tone="pass">{t("accepting")}</Status>
          ) : (
            <Status tone="block">{t("notAccepting")}</Status>
          )}
        </>
      }
    />
  );
}
