import { Smartphone } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readCheckStart } from "@/app/(merchant)/check/check-start";
import { runChecks } from "@/app/(merchant)/check/many/actions";
import { CheckManyPanel } from "@/components/check/check-many-panel";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMerchant } from "@/lib/auth/session";
import { forMerchant } from "@/lib/http/action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("checkMany"))("title") };
}

export default async function CheckManyPage() {
  const { ctx, merchantId } = await requireMerchant();
  const t = await getTranslations("checkMany");
  const check = await getTranslations("check");
  const start = await readCheckStart(ctx, merchantId, {});
  return (
    <>
      <PageHeader
        title={t("title")}
        parent={<TextLink href="/check">{check("title")}</TextLink>}
        meta={<p className="max-w-prose">{t("alone")}</p>}
      />
      {start ? (
        <CheckManyPanel
          merchantId={merchantId}
          currency={start.currency}
          terminals={start.terminals}
          terminalId={start.initial.terminalId}
          timeZone={start.initial.snapshot?.acquirer.timeZone ?? "UTC"}
          {...forMerchant(merchantId, { runChecks })}
        />
      ) : (
        <EmptyState icon={Smartphone} title={check("noTerminal")}>
          {check("noTerminalHint")}
        </EmptyState>
      )}
    </>
  );
}
