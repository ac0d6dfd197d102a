import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import {
  change,
  confirmChange,
  declineChange,
  preview,
  withdrawChange,
} from "@/app/(acquirer)/settings/actions";
import { ResponseCodesView } from "@/components/settings/response-codes-view";
import { WaitingChanges } from "@/components/settings/waiting-changes";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireAcquirer } from "@/lib/auth/session";
import { paramOf } from "@/lib/contracts/search-params";
import { can } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";
import { getResponseCodes } from "@/lib/use-cases/settings/get-response-codes";
import { listSettingsChanges } from "@/lib/use-cases/settings/list-settings-changes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const KINDS = ["response_code_profile", "reason_code_map"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("responseCodes") };
}

export default async function ResponseCodesPage({ searchParams }: Props) {
  const { ctx, user } = await requireAcquirer();
  const wanted = paramOf((await searchParams).profile) || null;
  const { now, ...codes } = await getResponseCodes(ctx, wanted);
  const { waiting } = await listSettingsChanges(ctx, KINDS);
  const actions = can(ctx.actor, "settings.change", ACQUIRER) ? { preview, change } : null;
  const t = await getTranslations("settings");
  return (
    <>
      <PageHeader
        title={t("responseCodes")}
        parent={<TextLink href="/settings">{t("title")}</TextLink>}
        meta={t("codesLead")}
      />
      <WaitingChanges
        {...{ waiting, now }}
        timeZone={codes.timeZone}
        ownUserId={user.userId}
        actions={{ confirmChange, declineChange, withdrawChange }}
      />
      <ResponseCodesView {...codes} actions={actions} />
    </>
  );
}
