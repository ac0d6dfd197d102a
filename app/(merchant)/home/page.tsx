import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadSnapshot, runCheck } from "@/app/(merchant)/check/actions";
import { readCheckStart } from "@/app/(merchant)/check/check-start";
import { tourOfBrowser } from "@/app/tour";
import { CheckPanel } from "@/components/check/check-panel";
import { DemoTour } from "@/components/home/demo-tour";
import { MerchantHeader } from "@/components/home/merchant-header";
import { NeedsAttention } from "@/components/home/needs-attention";
import { Today } from "@/components/home/today";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { Section } from "@/components/ui/section";
import { requireMerchant } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { isOfDemoMerchant } from "@/lib/domain/demo";
import { stopsEveryCharge } from "@/lib/domain/home/attention";
import { forMerchant } from "@/lib/http/action";
import { env } from "@/lib/platform/env";
import { getMerchantHome } from "@/lib/use-cases/home/get-merchant-home";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title") };
}

export default async function HomePage() {
  const { ctx, merchantId, user } = await requireMerchant();
  const t = await getTranslations("home");
  const home = await getMerchantHome(ctx, merchantId);
  const start = await readCheckStart(ctx, merchantId, {});
  const { now, frame, attention } = home;
  const { timeZone } = frame.acquirer;
  const mayRequest = can(ctx.actor, "limit_requests.submit", merchantId);
  return (
    <>
      <LiveRefresh />
      <MerchantHeader
        merchant={home.merchant}
        acceptsPayments={!attention.some(stopsEveryCharge)}
      />
      {mayRequest && env().embedded && isOfDemoMerchant(user.email) && (
        <DemoTour asLeft={await tourOfBrowser()} />
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr] lg:grid-rows-[auto_1fr]">
        {start && (
          <Section title={t("tryCharge")} className="print-hidden">
            <CheckPanel
              {...start}
              {...{ now, timeZone, mayRequest, merchantId }}
              actions={forMerchant(merchantId, { loadSnapshot, runCheck })}
            />
          </Section>
        )}
        <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <NeedsAttention items={attention} timeZone={timeZone} mayRequest={mayRequest} />
        </div>
        <div className="min-w-0 lg:col-start-1">
          <Today {...home} timeZone={timeZone} mayRequest={mayRequest} />
        </div>
      </div>
    </>
  );
}
