import { getTranslations } from "next-intl/server";
import { signUp } from "@/app/(auth)/actions";
import { SignUpForm } from "@/components/sign-in/sign-up-form";
import { Notice } from "@/components/ui/notice";
import { paramOf } from "@/lib/contracts/search-params";
import { getSignUpLink } from "@/lib/use-cases/users/get-sign-up-link";

export async function generateMetadata() {
  return { title: (await getTranslations("signIn"))("signUp"), referrer: "no-referrer" };
}

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function SignUpPage({ searchParams }: Props) {
  const token = paramOf((await searchParams).token);
  const t = await getTranslations("signIn");
  const person = await getSignUpLink(token, new Date());
  return (
    <div className="space-y-6">
      <h1 className="text-heading font-semibold">{t("signUp")}</h1>
      {person ? (
        <SignUpForm signUp={signUp} token={token} email={person.email} name={person.name} />
      ) : (
        <Notice tone="warn">{t("linkGone")}</Notice>
      )}
    </div>
  );
}
