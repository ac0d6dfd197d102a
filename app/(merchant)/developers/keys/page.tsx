import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { confirmPassword } from "@/app/(auth)/actions";
import * as actions from "@/app/(merchant)/developers/keys/actions";
import { ApiKeyTable } from "@/components/api-keys/api-key-table";
import { CreateApiKey } from "@/components/api-keys/create-api-key";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMerchant } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { forMerchant } from "@/lib/http/action";
import { getAcquirerClock } from "@/lib/use-cases/acquirer/get-acquirer-clock";
import { listApiKeys } from "@/lib/use-cases/api-keys/list-api-keys";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("apiKeys"))("title") };
}

export default async function MerchantKeysPage() {
  const { ctx, merchantId } = await requireMerchant();
  if (!can(ctx.actor, "keys.read", merchantId)) redirect("/no-permission");
  const keys = await listApiKeys(ctx, merchantId);
  const { timeZone, now } = await getAcquirerClock(ctx, merchantId);
  const { createKey, revokeKey } = forMerchant(merchantId, actions);
  const t = await getTranslations("apiKeys");
  return (
    <>
      <PageHeader
        title={t("title")}
        parent={<TextLink href="/developers">{t("reference")}</TextLink>}
        meta={t("leadMerchant")}
        actions={<CreateApiKey actions={{ createKey, confirmPassword }} />}
      />
      <ApiKeyTable {...{ keys, timeZone, now }} actions={{ revokeKey, confirmPassword }} />
    </>
  );
}
