import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { MessagePage } from "@/components/shell/message-page";

/** Missing and not yours look the same. */
export function NotFoundPage() {
  const t = useTranslations();
  return (
    <MessagePage
      icon={SearchX}
      title={t("errors.notFoundTitle")}
      actions={<LinkButton href="/">{t("shell.backHome")}</LinkButton>}
    >
      <p>{t("errors.notFound")}</p>
    </MessagePage>
  );
}
