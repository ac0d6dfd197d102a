import type { ReactNode } from "react";
import { signOut } from "@/app/(auth)/actions";
import { setLocale, setTheme } from "@/app/actions";
import { readTheme } from "@/app/theme";
import { AppShell } from "@/components/shell/app-shell";
import { requireMerchant } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { countUnreadNotifications } from "@/lib/use-cases/notifications/count-unread-notifications";

const NAV = ["home", "terminals", "check", "limitRequests"] as const;

export default async function MerchantLayout({ children }: { children: ReactNode }) {
  const { ctx, merchantId, user, roles } = await requireMerchant();
  return (
    <AppShell
      homeHref="/home"
      nav={NAV}
      user={{ ...user, roles }}
      peoplePlace={can(ctx.actor, "users.read", merchantId) ? "team" : null}
      theme={await readTheme()}
      unread={await countUnreadNotifications(ctx, merchantId)}
      preferences={{ setLocale, setTheme }}
      signOut={signOut}
    >
      {children}
    </AppShell>
  );
}
