import type { ReactNode } from "react";
import AcquirerLayout from "@/app/(acquirer)/layout";
import MerchantLayout from "@/app/(merchant)/layout";
import { requireSession } from "@/lib/auth/session";
import { holdsAcquirerRole } from "@/lib/domain/access/session-rules";

/** One's own pages stand inside the frame of one's work. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { ctx } = await requireSession();
  const Frame = holdsAcquirerRole(ctx.actor.memberships) ? AcquirerLayout : MerchantLayout;
  return <Frame>{children}</Frame>;
}
