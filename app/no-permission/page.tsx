import { LockKeyhole } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { MessagePage } from "@/components/shell/message-page";
import { LinkButton } from "@/components/ui/link-button";

export default async function NoPermissionPage() {
  const t = await getTranslations();
  return (
    <main id="main">
      <MessagePage
        icon={LockKeyhole}
        title={t("errors.noPermissionTitle")}
        actions={<LinkButton href="/">{t("shell.backHome")}</LinkButton>}
      >
        <p>{t("errors.noPermission")}</p>
      </MessagePage>
    </main>
  );
}
