import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import {
  change,
  confirmChange,
  declineChange,
  preview,
  withdrawChange,
} from "@/app/(acquirer)/settings/actions";
import { PastChanges } from "@/components/settings/past-changes";
import { SettingsView } from "@/components/settings/settings-view";
import { ThresholdTable } from "@/components/settings/threshold-table";
import { WaitingChanges } from "@/components/settings/waiting-changes";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireAcquirer } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";
import { getSettings } from "@/lib/use-cases/settings/get-settings";
import { listSettingsChanges } from "@/lib/use-cases/settings/list-settings-changes";

const KINDS = [
  ...(["business_day", "response_code_profile"] as const),
  ...(["four_eyes_threshold", "reason_code_map"] as const),
];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage() {
  const { ctx, user } = await requireAcquirer();
  const { settings, thresholds, currencies, now } = await getSettings(ctx);
  const { waiting, over } = await listSettingsChanges(ctx, KINDS);
  const actions = can(ctx.actor, "settings.change", ACQUIRER) ? { preview, change } : null;
  const { timeZone } = settings;
  const t = await getTranslations("settings");
  return (
    <>
      <PageHeader
        title={t("title")}
        meta={t("lead")}
        actions={<LinkButton href="/settings/response-codes">{t("responseCodes")}</LinkButton>}
      />
      <WaitingChanges
        {...{ waiting, now, timeZone }}
        ownUserId={user.userId}
        actions={{ confirmChange, declineChange, withdrawChange }}
      />
      <SettingsView zones={Intl.supportedValuesOf("timeZone")} {...{ settings, now, actions }} />
      <ThresholdTable {...{ thresholds, currencies, timeZone, actions }} />
      <PastChanges changes={over} timeZone={timeZone} />
    </>
  );
}
