import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { setLocale, setTheme } from "@/app/actions";
import { readTheme } from "@/app/theme";
import { ApiReferenceView } from "@/components/developers/api-reference-view";
import { PreferencesMenu } from "@/components/shell/preferences-menu";
import { PageHeader } from "@/components/ui/page-header";
import { apiReference } from "@/lib/http/api-reference";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("developers"))("title") };
}

export default async function DevelopersPage() {
  const t = await getTranslations("developers");
  const shell = await getTranslations("shell");
  const link = "rounded-control text-accent underline underline-offset-4";
  return (
    <div className="isolate">
      <header className="border-b bg-surface">
        <div className="mx-auto flex h-14 max-w-7xl items-center justify-between px-4">
          <Link href="/" className="rounded-control font-semibold">
            {shell("productName")}
          </Link>
          <PreferencesMenu theme={await readTheme()} actions={{ setLocale, setTheme }} />
        </div>
      </header>
      <main id="main" className="mx-auto max-w-7xl px-4 py-6">
        <PageHeader
          title={t("title")}
          meta={
            <p className="max-w-prose">
              {t.rich("lead", {
                document: (text) => (
                  <a href="/api/v1/openapi.json" className={link}>
                    {text}
                  </a>
                ),
              })}
            </p>
          }
        />
        <ApiReferenceView reference={apiReference()} />
      </main>
    </div>
  );
}
