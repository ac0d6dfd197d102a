import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { SettingsHealthSection } from "@/app/(acquirer)/desk/settings-health-section";
import { DeskDecisions } from "@/components/desk/desk-decisions";
import { DeskMaintenance } from "@/components/desk/desk-maintenance";
import { DeskMerchants } from "@/components/desk/desk-merchants";
import { DeskProposals } from "@/components/desk/desk-proposals";
import { QueueAge } from "@/components/desk/queue-age";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { requireAcquirer } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";
import { getDesk } from "@/lib/use-cases/desk/get-desk";
import { listProposals } from "@/lib/use-cases/settings/list-proposals";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("title") };
}

export default async function DeskPage() {
  const { ctx } = await requireAcquirer();
  const t = await getTranslations("desk");
  const desk = await getDesk(ctx);
  const confirms = can(ctx.actor, "settings.confirm", ACQUIRER);
  const proposals = confirms ? await listProposals(ctx) : null;
  const { now } = desk;
  const { timeZone } = desk.cutOver;
  return (
    <>
      <LiveRefresh />
      <PageHeader title={t("title")} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="min-w-0 space-y-4">
          {proposals && <DeskProposals {...proposals} now={now} timeZone={timeZone} />}
          <DeskDecisions
            decisions={desk.decisions}
            now={now}
            timeZone={timeZone}
            decides={can(ctx.actor, "limit_requests.decide", ACQUIRER)}
          />
          <Section title={t("age.title")} titleHidden>
            <QueueAge counts={desk.queueAges} />
          </Section>
        </div>
        <div className="min-w-0 space-y-4">
          <DeskMerchants {...desk} timeZone={timeZone} />
          <DeskMaintenance windows={desk.maintenance} now={now} timeZone={timeZone} />
          <Suspense fallback={<Skeleton className="h-24" />}>
            <SettingsHealthSection ctx={ctx} timeZone={timeZone} />
          </Suspense>
        </div>
      </div>
    </>
  );
}
