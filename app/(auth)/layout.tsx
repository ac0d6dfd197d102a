import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { setLocale, setTheme } from "@/app/actions";
import { readTheme } from "@/app/theme";
import { TextLink } from "@/components/ui/text-link";
import { PreferencesMenu } from "@/components/shell/preferences-menu";
import { getAcquirerName } from "@/lib/use-cases/acquirer/get-acquirer-name";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("shell");
  const developers = await getTranslations("developers");
  const theme = await readTheme();
  return (
    <div className="isolate mx-auto flex min-h-dvh max-w-sm flex-col px-4 py-6 sm:py-16">
      <header className="mb-6 flex items-center justify-between">
        <div className="min-w-0">
          <p className="text-heading font-semibold">{t("productName")}</p>
          <p className="text-muted">{await getAcquirerName()}</p>
        </div>
        <PreferencesMenu theme={theme} actions={{ setLocale, setTheme }} />
      </header>
      <main id="main">{children}</main>
      <footer className="mt-8 text-meta">
        <TextLink href="/developers">{developers("link")}</TextLink>
      </footer>
    </div>
  );
}
