import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { changePassword, endOtherSessions, endSession } from "@/app/(account)/account/actions";
import { setClock, setLocale, setTheme } from "@/app/actions";
import { readTheme } from "@/app/theme";
import { PasswordForm } from "@/components/account/password-form";
import { PreferencesForm } from "@/components/account/preferences-form";
import { SessionList } from "@/components/account/session-list";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireSession } from "@/lib/auth/session";
import { holdsAcquirerRole } from "@/lib/domain/access/session-rules";
import { getAcquirerClock } from "@/lib/use-cases/acquirer/get-acquirer-clock";
import { listSessions } from "@/lib/use-cases/sessions/list-sessions";

export async function generateMetadata() {
  return { title: (await getTranslations("account"))("title") };
}

export default async function AccountPage() {
  const { ctx, user } = await requireSession();
  const { memberships } = ctx.actor;
  const [first] = memberships;
  if (!first) redirect("/no-permission");
  const t = await getTranslations("account");
  const { timeZone, now } = await getAcquirerClock(ctx, first.merchantId);
  const idle = holdsAcquirerRole(memberships) ? "quarter" : "day";
  return (
    <>
      <PageHeader title={t("title")} meta={`${user.name} · ${user.email}`} />
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <Section surface="plain" title={t("sessions")} aside={t("sessionsHint", { idle })}>
          <SessionList
            sessions={await listSessions(ctx)}
            current={ctx.actor.sessionId}
            now={now}
            timeZone={timeZone}
            actions={{ endSession, endOtherSessions }}
          />
        </Section>
        <div className="space-y-4">
          <Section title={t("password")}>
            <PasswordForm changePassword={changePassword} email={user.email} />
          </Section>
          <Section title={t("preferences")}>
            <PreferencesForm
              theme={await readTheme()}
              actions={{ setLocale, setTheme, setClock }}
            />
          </Section>
        </div>
      </div>
    </>
  );
}
