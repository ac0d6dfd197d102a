import { redirect } from "next/navigation";
import { merchantOf, requireSession } from "@/lib/auth/session";
import { ACQUIRER } from "@/lib/domain/ids";
import { placeOf, placesFor } from "@/lib/domain/access/places";

/** Everybody starts where their role has its work. */
export default async function StartPage() {
  const session = await requireSession();
  const { memberships } = session.ctx.actor;
  const roles = memberships.filter((m) => m.merchantId === ACQUIRER).map((m) => m.role);
  const [place] = placesFor("acquirer", roles);
  if (place) redirect(placeOf(place).path);
  redirect((await merchantOf(session)) ? "/home" : "/no-permission");
}
