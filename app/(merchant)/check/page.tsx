import { Smartphone } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadSnapshot, runCheck } from "@/app/(merchant)/check/actions";
import { readCheckStart } from "@/app/(merchant)/check/check-start";
import { CheckPanel } from "@/components/check/check-panel";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireMerchant } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { forMerchant } from "@/lib/http/action";

type CheckPageProps = { searchParams: Promise<{ terminal?: string; amount?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("check");
  return { title: t("title") };
}

export default async function CheckPage({ searchParams }: CheckPageProps) {
  const { ctx, merchantId } = await requireMerchant();
  const t = await getTranslations("check");
  const many = await getTranslations("checkMany");
  const start = await readCheckStart(ctx, merchantId, await searchParams);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("title")}
        actions={start && <LinkButton href="/check/many">{many("link")}</LinkButton>}
      />
      {start ? (
        <CheckPanel
          {...start}
          merchantId={merchantId}
          now={ctx.now().getTime()}
          timeZone={start.initial.snapshot?.acquirer.timeZone ?? "UTC"}
          mayRequest={can(ctx.actor, "limit_requests.submit", merchantId)}
          autoFocus
          actions={forMerchant(merchantId, { loadSnapshot, runCheck })}
        />
      ) : (
        <EmptyState icon={Smartphone} title={t("noTerminal")}>
          {t("noTerminalHint")}
        </EmptyState>
      )}
    </div>
  );
}
