import type { ReactNode } from "react";
import { signOut } from "@/app/(auth)/actions";
import { search } from "@/app/(merchant)/actions";
import { chooseMerchant, setLocale, setTheme } from "@/app/actions";
import { readTheme } from "@/app/theme";
import { AppShell } from "@/components/shell/app-shell";
import { requireMerchant } from "@/lib/auth/session";
import { forMerchant } from "@/lib/http/action";
import { listOwnMerchants } from "@/lib/use-cases/merchants/list-own-merchants";
import { getAcquirerName } from "@/lib/use-cases/acquirer/get-acquirer-name";
import { countUnreadNotifications } from "@/lib/use-cases/notifications/count-unread-notifications";

export default async function MerchantLayout({ children }: { children: ReactNode }) {
  const { ctx, merchantId, merchantIds, user, roles } = await requireMerchant();
  const own = merchantIds.length > 1 ? await listOwnMerchants(ctx, merchantIds) : [];
  return (
    <AppShell
      homeHref="/home"
      side="merchant"
      user={{ ...user, roles }}
      merchants={{ shown: merchantId, own, choose: chooseMerchant }}
      theme={await readTheme()}
      acquirerName={await getAcquirerName()}
      now={ctx.now().getTime()}
      unread={await countUnreadNotifications(ctx, merchantId)}
      preferences={{ setLocale, setTheme }}
      {...forMerchant(merchantId, { search })}
      signOut={signOut}
    >
      {children}
    </AppShell>
  );
}
