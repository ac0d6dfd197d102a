import type { ReactNode } from "react";
import AcquirerLayout from "@/app/(acquirer)/layout";
import MerchantLayout from "@/app/(merchant)/layout";
import { merchantOf, optionalSession } from "@/lib/auth/session";
import { holdsAcquirerRole } from "@/lib/domain/access/session-rules";

/** The frame of the reader's own work around a page that belongs to nobody; bare for those without one. */
export async function SessionFrame({ children }: { children: ReactNode }) {
  const session = await optionalSession();
  if (session && holdsAcquirerRole(session.ctx.actor.memberships)) {
    return <AcquirerLayout>{children}</AcquirerLayout>;
  }
  if (session && (await merchantOf(session))) return <MerchantLayout>{children}</MerchantLayout>;
  return <main id="main">{children}</main>;
}
