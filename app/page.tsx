import { redirect } from "next/navigation";
import { requireSession } from "@/lib/auth/session";
import { holdsAcquirerRole } from "@/lib/domain/access/session-rules";

export default async function RootPage() {
  const { ctx } = await requireSession();
  redirect(holdsAcquirerRole(ctx.actor.memberships) ? "/queue" : "/home");
}
