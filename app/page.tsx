import { redirect } from "next/navigation";
import { merchantOf, requireSession } from "@/lib/auth/session";
import { ACQUIRER } from "@/lib/domain/ids";
import { acquirerPlaces } from "@/lib/domain/access/places";

/** Everybody starts where their role has its work. */
export default async function StartPage() {
  const session = await requireSession();
  const { memberships } = session.ctx.actor;
  const roles = memberships.filter((m) => m.merchantId === ACQUIRER).map((m) => m.role);
  const [place] = acquirerPlaces(roles);
  if (place) redirect(`/${place}`);
  redirect((await merchantOf(session)) ? "/home" : "/no-permission");
}
