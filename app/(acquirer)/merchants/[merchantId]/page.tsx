import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { fillIn, setStatus, setSwitch } from "@/app/(acquirer)/merchants/actions";
import { FillInLimits } from "@/components/limit-templates/fill-in-limits";
import { MerchantControls } from "@/components/merchants/merchant-controls";
import { MerchantTerminals } from "@/components/merchants/merchant-terminals";
import { RequirementList } from "@/components/compliance/requirement-list";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { requireAcquirer } from "@/lib/auth/session";
import { merchantId as merchantIdSchema } from "@/lib/contracts/record-ids";
import { can } from "@/lib/domain/access/permissions";
import { getMerchantOverview } from "@/lib/use-cases/merchants/get-merchant-overview";

type Props = { params: Promise<{ merchantId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).merchantId };
}

export default async function MerchantPage({ params }: Props) {
  const { ctx } = await requireAcquirer();
  const { merchantId } = await params;
  if (!merchantIdSchema.safeParse(merchantId).success) notFound();
  const overview = await getMerchantOverview(ctx, merchantId);
  if (!overview) notFound();
  const { merchant, switches, timeZone, requirements, limits, now, dueSoonDays } = overview;
  const t = await getTranslations("merchants");
  return (
    <>
      <PageHeader
        title={merchant.tradingName}
        parent={<TextLink href="/merchants">{t("title")}</TextLink>}
        meta={
          <>
            <span className="tabular-nums">{t("mid", { mid: merchantId })}</span>
            <span>{merchant.legalName}</span>
            <span>{t("mcc", { mcc: merchant.mcc })}</span>
            <span>{t(`tier.${merchant.tier}`)}</span>
          </>
        }
      />
      <div className="grid gap-4 lg:grid-cols-2">
        <Section title={t("standing")}>
          <MerchantControls
            merchant={merchant}
            switches={switches}
            timeZone={timeZone}
            mayChange={can(ctx.actor, "merchants.set_status", merchantId)}
            setStatus={setStatus}
            setSwitch={setSwitch}
          />
        </Section>
        <Section title={t("compliance")}>
          <RequirementList
            requirements={requirements}
            now={now}
            timeZone={timeZone}
            dueSoonDays={dueSoonDays}
          />
        </Section>
        <Section
          title={t("terminalsAndLimits")}
          surface="plain"
          className="lg:col-span-2"
          aside={
            merchant.status === "pending" &&
            limits.length === 0 &&
            can(ctx.actor, "limits.fill_in", merchantId) && (
              <FillInLimits name={merchant.tradingName} {...{ merchantId, fillIn }} />
            )
          }
        >
          <MerchantTerminals {...overview} />
        </Section>
      </div>
    </>
  );
}
