import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import {
  change,
  confirmChange,
  declineChange,
  preview,
  withdrawChange,
} from "@/app/(acquirer)/settings/actions";
import { AddTemplate } from "@/components/limit-templates/add-template";
import { TemplateTables } from "@/components/limit-templates/template-tables";
import { PastChanges } from "@/components/settings/past-changes";
import { WaitingChanges } from "@/components/settings/waiting-changes";
import { PageHeader } from "@/components/ui/page-header";
import { requireAcquirer } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";
import { listLimitTemplates } from "@/lib/use-cases/limit-templates/list-limit-templates";
import { listSettingsChanges } from "@/lib/use-cases/settings/list-settings-changes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("limitTemplates"))("title") };
}

export default async function LimitTemplatesPage() {
  const { ctx, user } = await requireAcquirer();
  const { templates, timeZone, now } = await listLimitTemplates(ctx);
  const { waiting, over } = await listSettingsChanges(ctx, ["limit_template"]);
  const actions = can(ctx.actor, "settings.change", ACQUIRER) ? { preview, change } : null;
  const t = await getTranslations("limitTemplates");
  return (
    <>
      <PageHeader
        title={t("title")}
        meta={<span className="max-w-prose">{t("lead")}</span>}
        actions={actions && <AddTemplate {...{ templates, timeZone, actions }} />}
      />
      <WaitingChanges
        {...{ waiting, now, timeZone }}
        ownUserId={user.userId}
        actions={{ confirmChange, declineChange, withdrawChange }}
      />
      <TemplateTables {...{ templates, timeZone, actions }} />
      <PastChanges changes={over} timeZone={timeZone} />
    </>
  );
}
