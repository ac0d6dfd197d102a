import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { setPreference } from "@/app/(merchant)/notifications/preferences/actions";
import { AlwaysTold } from "@/components/notifications/always-told";
import { PreferenceForm } from "@/components/notifications/preference-form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMerchant } from "@/lib/auth/session";
import { toPreferenceForm } from "@/lib/contracts/notification-preference-form";
import { forMerchant } from "@/lib/http/action";
import { getAcquirerTerms } from "@/lib/use-cases/acquirer/get-acquirer-terms";
import { getNotificationPreference } from "@/lib/use-cases/notifications/get-notification-preference";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notificationPreferences"))("title") };
}

export default async function NotificationPreferencesPage() {
  const { ctx, merchantId, roles } = await requireMerchant();
  const t = await getTranslations("notificationPreferences");
  const notifications = await getTranslations("notifications");
  const preference = await getNotificationPreference(ctx, merchantId);
  const { questionDays } = await getAcquirerTerms(ctx, merchantId);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("title")}
        parent={<TextLink href="/notifications">{notifications("title")}</TextLink>}
        meta={<p>{t("lead")}</p>}
      />
      <div className="space-y-4">
        {!roles.includes("merchant_owner") && (
          <Notice title={t("owners")}>{t("ownersHint")}</Notice>
        )}
        <PreferenceForm
          chosen={toPreferenceForm(preference)}
          questionDays={questionDays}
          {...forMerchant(merchantId, { setPreference })}
        />
        <AlwaysTold />
      </div>
    </div>
  );
}
