"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import type { MarkRead } from "@/components/notifications/notification-item";

export function MarkAllRead({ markRead }: { markRead: MarkRead }) {
  const t = useTranslations("notifications");
  const [pending, startTransition] = useTransition();
  const markAll = () =>
    startTransition(async () => {
      await markRead({ notificationId: null });
    });
  return (
    <Button pending={pending} onClick={markAll}>
      {t("markAll")}
    </Button>
  );
}
