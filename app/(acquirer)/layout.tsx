import type { ReactNode } from "react";
import { search } from "@/app/(acquirer)/actions";
import { signOut } from "@/app/(auth)/actions";
import { setLocale, setTheme } from "@/app/actions";
import { readTheme } from "@/app/theme";
import { AppShell } from "@/components/shell/app-shell";
import { requireAcquirer } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";
import { getAcquirerName } from "@/lib/use-cases/acquirer/get-acquirer-name";
import { countUnreadNotifications } from "@/lib/use-cases/notifications/count-unread-notifications";
import { countProposals } from "@/lib/use-cases/settings/count-proposals";

export default async function AcquirerLayout({ children }: { children: ReactNode }) {
  const { ctx, user, roles } = await requireAcquirer();
  const confirms = can(ctx.actor, "settings.confirm", ACQUIRER);
  return (
    <AppShell
      homeHref="/desk"
      side="acquirer"
      user={{ ...user, roles }}
      theme={await readTheme()}
      now={ctx.now().getTime()}
      unread={await countUnreadNotifications(ctx, ACQUIRER)}
      waiting={confirms ? await countProposals(ctx) : undefined}
      acquirerName={await getAcquirerName()}
      preferences={{ setLocale, setTheme }}
      search={search}
      signOut={signOut}
    >
      {children}
    </AppShell>
  );
}
