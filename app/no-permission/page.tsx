import { LockKeyhole } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SessionFrame } from "@/app/session-frame";
import { MessagePage } from "@/components/shell/message-page";
import { LinkButton } from "@/components/ui/link-button";
import { optionalSession } from "@/lib/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors");
  return { title: t((await optionalSession()) ? "noPermissionTitle" : "signInFirst") };
}

export default async function NoPermissionPage() {
  const t = await getTranslations();
  const isSignedIn = (await optionalSession()) !== null;
  return (
    <SessionFrame>
      <MessagePage
        icon={LockKeyhole}
        title={t(isSignedIn ? "errors.noPermissionTitle" : "errors.signInFirst")}
        actions={
          isSignedIn ? (
            <LinkButton href="/">{t("shell.backHome")}</LinkButton>
          ) : (
            <LinkButton href="/sign-in">{t("errors.signIn")}</LinkButton>
          )
        }
      >
        <p>{t(isSignedIn ? "errors.noPermission" : "errors.noPermissionSignedOut")}</p>
      </MessagePage>
    </SessionFrame>
  );
}
