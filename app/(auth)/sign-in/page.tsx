import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { signIn } from "@/app/(auth)/actions";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { Disclosure } from "@/components/ui/disclosure";
import { safePath } from "@/lib/auth/current-path";
import { optionalSession } from "@/lib/auth/session";
import { paramOf } from "@/lib/contracts/search-params";
import { env } from "@/lib/platform/env";

export async function generateMetadata() {
  return { title: (await getTranslations("signIn"))("title") };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const next = safePath(paramOf((await searchParams).next, 2_000));
  if (await optionalSession()) redirect(next);
  const t = await getTranslations("signIn");
  return (
    <div className="space-y-6">
      <div>
        <h1 className="text-heading font-semibold">{t("title")}</h1>
        <p className="text-muted">{t("lead")}</p>
      </div>
      <SignInForm signIn={signIn} next={next} />
      {env().embedded && (
        <Disclosure summary={t("demo")}>
          <p className="text-muted">{t("demoPeople")}</p>
        </Disclosure>
      )}
    </div>
  );
}
