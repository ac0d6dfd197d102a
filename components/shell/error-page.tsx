"use client";

import { CloudAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { MessagePage } from "@/components/shell/message-page";

export type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** Something failed on our side: what that means, the number to quote, and another try. */
export function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations();
  return (
    <MessagePage
      icon={CloudAlert}
      title={t("errors.title")}
      actions={
        <>
          <Button variant="primary" onClick={reset}>
            {t("errors.retry")}
          </Button>
          <LinkButton href="/">{t("shell.backHome")}</LinkButton>
        </>
      }
    >
      <p>{t("errors.unexpected")}</p>
      {error.digest && (
        <p className="text-meta">{t("errors.reference", { digest: error.digest })}</p>
      )}
    </MessagePage>
  );
}
