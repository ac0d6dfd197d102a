import type { ReactNode } from "react";
import { signOut } from "@/app/(auth)/actions";
import { setLocale, setTheme } from "@/app/actions";
import { readTheme } from "@/app/theme";
import { AppShell } from "@/components/shell/app-shell";
import { requireAcquirer } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { acquirerPlaces } from "@/lib/domain/access/places";
import { ACQUIRER } from "@/lib/domain/ids";

export default async function AcquirerLayout({ children }: { children: ReactNode }) {
  const { ctx, user, roles } = await requireAcquirer();
  const places = acquirerPlaces(roles);
  return (
    <AppShell
      homeHref="/"
      nav={places}
      user={{ ...user, roles }}
      peoplePlace={can(ctx.actor, "users.read", ACQUIRER) ? "people" : null}
      theme={await readTheme()}
      unread={null}
      preferences={{ setLocale, setTheme }}
      signOut={signOut}
    >
      {children}
    </AppShell>
  );
}
