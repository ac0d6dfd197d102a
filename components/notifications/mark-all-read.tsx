"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { callAction } from "@/components/shell/call-action";
import { useProblemText } from "@/components/shell/use-problem-text";
import { showToast } from "@/components/ui/toast";
import type { MarkRead } from "@/components/notifications/notification-item";

export function MarkAllRead({ markRead }: { markRead: MarkRead }) {
  const t = useTranslations("notifications");
  const text = useProblemText();
  const [pending, startTransition] = useTransition();
  const markAll = () =>
    startTransition(async () => {
      const answer = await callAction(() => markRead({ notificationId: null }));
      if (!answer.ok) showToast("block", text(answer.problem));
    });
  return (
    <Button pending={pending} onClick={markAll}>
      {t("markAll")}
    </Button>
  );
}
