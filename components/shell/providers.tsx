"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Toasts } from "@/components/ui/toast";

/** What every page needs around it in the browser. */
export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  const t = useTranslations("shell");
  return (
    <CSPProvider nonce={nonce} disableStyleElements>
      {children}
      <Toasts closeLabel={t("dismiss")} regionLabel={t("messages")} />
    </CSPProvider>
  );
}
