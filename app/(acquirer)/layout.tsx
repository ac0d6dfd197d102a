import type { ReactNode } from "react";
import { search } from "@/app/(acquirer)/actions";
import { signOut } from "@/app/(auth)/actions";
import { setLocale, setTheme } from "@/app/actions";
import { readTheme } from "@/app/theme";
import { AppShell } from "@/components/shell/app-shell";
import { requireAcquirer } from "@/lib/auth/session";

export default async function AcquirerLayout({ children }: { children: ReactNode }) {
  const { ctx, user, roles } = await requireAcquirer();
  return (
    <AppShell
      homeHref="/desk"
      side="acquirer"
      user={{ ...user, roles }}
      theme={await readTheme()}
      now={ctx.now().getTime()}
      merchantId={null}
      unread={null}
      preferences={{ setLocale, setTheme }}
      search={search}
      signOut={signOut}
    >
      {children}
    </AppShell>
  );
}
