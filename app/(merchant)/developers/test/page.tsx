import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { clear } from "@/app/(merchant)/developers/test/actions";
import { ClearTrials } from "@/components/developers/clear-trials";
import { TrialsView } from "@/components/developers/trials-view";
import { TestModeBanner } from "@/components/developers/test-mode-banner";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMerchant } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { forMerchant } from "@/lib/http/action";
import { getTrials } from "@/lib/use-cases/trials/get-trials";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("testMode"))("title") };
}

export default async function TestModePage() {
  const { ctx, merchantId } = await requireMerchant();
  const data = await getTrials(ctx, merchantId);
  const mayMakeKeys = can(ctx.actor, "keys.manage", merchantId);
  const mayClear = can(ctx.actor, "test_data.clear", merchantId) && data.latest.length > 0;
  const t = await getTranslations("testMode");
  return (
    <>
      <TestModeBanner />
      <PageHeader
        title={t("title")}
        parent={<TextLink href="/developers">{t("reference")}</TextLink>}
        meta={<p className="max-w-prose">{t("lead")}</p>}
        actions={mayClear && <ClearTrials {...forMerchant(merchantId, { clear })} />}
      />
      <TrialsView data={data} mayMakeKeys={mayMakeKeys} />
    </>
  );
}
