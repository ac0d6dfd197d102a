import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ComplianceVerdict } from "@/components/compliance/compliance-verdict";
import { RequirementTable } from "@/components/compliance/requirement-table";
import { SwitchList } from "@/components/compliance/switch-list";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireMerchant } from "@/lib/auth/session";
import { isStopped } from "@/lib/domain/compliance-answer";
import { MERCHANT_SWITCHES } from "@/lib/domain/merchants";
import { getCompliance } from "@/lib/use-cases/compliance/get-compliance";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("papers"))("title") };
}

export default async function CompliancePage() {
  const { ctx, merchantId } = await requireMerchant();
  const standing = await getCompliance(ctx, merchantId);
  const { merchant, requirements, now, timeZone, dueSoonDays } = standing;
  const facts = { ...standing, merchantStatus: merchant.status };
  const t = await getTranslations("papers");
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="space-y-6">
        <ComplianceVerdict standing={standing} />
        <Section
          surface="plain"
          title={t("requirements")}
          aside={requirements.length > 0 && t("requirementsHint", { days: dueSoonDays })}
        >
          <RequirementTable {...{ requirements, now, timeZone, dueSoonDays }} />
        </Section>
        <Section title={t("switches")}>
          <SwitchList
            switches={standing.switches}
            periods={standing.periods}
            merchantId={merchant.merchantId}
            registeredAt={merchant.createdAt}
            timeZone={timeZone}
            stopped={MERCHANT_SWITCHES.filter((what) => isStopped(facts, what, now))}
          />
        </Section>
      </div>
    </>
  );
}
