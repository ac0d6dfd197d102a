import type { ReactNode } from "react";
import { signOut } from "@/app/(auth)/actions";
import { search } from "@/app/(merchant)/actions";
import { setLocale, setTheme } from "@/app/actions";
import { readTheme } from "@/app/theme";
import { AppShell } from "@/components/shell/app-shell";
import { requireMerchant } from "@/lib/auth/session";
import { countUnreadNotifications } from "@/lib/use-cases/notifications/count-unread-notifications";

export default async function MerchantLayout({ children }: { children: ReactNode }) {
  const { ctx, merchantId, user, roles } = await requireMerchant();
  return (
    <AppShell
      homeHref="/home"
      side="merchant"
      user={{ ...user, roles }}
      theme={await readTheme()}
      now={ctx.now().getTime()}
      merchantId={merchantId}
      unread={await countUnreadNotifications(ctx, merchantId)}
      preferences={{ setLocale, setTheme }}
      search={search}
      signOut={signOut}
    >
      {children}
    </AppShell>
  );
}
