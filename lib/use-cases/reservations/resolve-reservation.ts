import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { resolveHold, type ResolutionOutcome } from "@/lib/data/reservations";
import { ConflictError, type DomainError, InvalidError, NotFoundError } from "@/lib/domain/errors";
import type { Reservation, Resolution } from "@/lib/domain/reservations/reservation";
import { authorize } from "@/lib/use-cases/authorize";

type Asked = { as: Resolution; amount: { value: number; currency: string } | null };

function refusalOf({
  state,
  reservation,
}: Exclude<ResolutionOutcome, { state: "unknown" | "done" }>): DomainError {
  const { amountMinor, currency } = reservation;
  switch (state) {
    case "final":
      return new ConflictError(`This reservation is ${reservation.state}.`, "reservation-final");
    case "too_much": {
      const detail = `From 1 to ${amountMinor}, what is reserved.`;
      return new InvalidError([{ pointer: "/amount/value", code: "out_of_range", detail }]);
    }
    default: {
      const detail = `The reservation is in ${currency}.`;
      return new InvalidError([{ pointer: "/amount/currency", code: "other_currency", detail }]);
    }
  }
}

/** What a till does to its own holds is its business; what a person does is told. */
async function audit(db: Db, merchantId: string, ctx: Ctx, held: Reservation): Promise<void> {
  if (ctx.actor.kind !== "user") return;
  const { reservationId: subjectId, amountMinor, currency, terminalId } = held;
  await recordAuditEvent(db, merchantId, ctx, {
    ...{ action: "reservation.release", subjectKind: "reservation", subjectId },
    after: { amountMinor, currency, terminalId },
  });
}

/** Commits a hold, `amount` of it or the whole, or releases it; once, whatever is asked later. */
export async function resolveReservation(
  ctx: Ctx,
  merchantId: string,
  reservationId: string,
  asked: Asked,
): Promise<{ reservation: Reservation; timeZone: string }> {
  const permission = asked.as === "released" ? "reservations.release" : "reservations.write";
  authorize(ctx, permission, merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    const outcome = await resolveHold(db, merchantId, reservationId, { ...asked, at: ctx.now() });
    if (outcome.state === "unknown") throw new NotFoundError();
    if (outcome.state !== "done") throw refusalOf(outcome);
    await audit(db, merchantId, ctx, outcome.reservation);
    const { timeZone } = await getAcquirerSettings(db);
    return { reservation: outcome.reservation, timeZone };
  });
}
