import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { confirmPassword } from "@/app/(auth)/actions";
import { createKey, revokeKey } from "@/app/(acquirer)/keys/actions";
import { ApiKeyTable } from "@/components/api-keys/api-key-table";
import { CreateApiKey } from "@/components/api-keys/create-api-key";
import { PageHeader } from "@/components/ui/page-header";
import { requireAcquirer } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";
import { getAcquirerClock } from "@/lib/use-cases/acquirer/get-acquirer-clock";
import { listApiKeys } from "@/lib/use-cases/api-keys/list-api-keys";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("apiKeys"))("title") };
}

export default async function KeysPage() {
  const { ctx } = await requireAcquirer();
  if (!can(ctx.actor, "keys.read", ACQUIRER)) redirect("/no-permission");
  const keys = await listApiKeys(ctx, ACQUIRER);
  const { timeZone, now } = await getAcquirerClock(ctx, ACQUIRER);
  const mayManage = can(ctx.actor, "keys.manage", ACQUIRER);
  const t = await getTranslations("apiKeys");
  return (
    <>
      <PageHeader
        title={t("title")}
        meta={t("leadAcquirer")}
        actions={
          mayManage && <CreateApiKey mayChooseRate actions={{ createKey, confirmPassword }} />
        }
      />
      <ApiKeyTable
        {...{ keys, timeZone, now }}
        actions={mayManage ? { revokeKey, confirmPassword } : null}
      />
    </>
  );
}
