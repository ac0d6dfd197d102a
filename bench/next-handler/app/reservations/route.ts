import { reservationRequest, toReservation } from "@/lib/contracts/reservations";
import { Prisma } from "@/lib/data/generated/client";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Reservation } from "@/lib/domain/reservations/reservation";
import { newId } from "@/lib/platform/ids";
import { requestHashOf } from "@/lib/use-cases/once-request";
import { exceeds, lockCounters, type DailyCharge, readDailyCharge } from "../../daily-counters";
import { prisma } from "../../database";
import { named, readRequest, refuse } from "../../read-request";

const reservationBody = reservationRequest.extend(named);

const WAITS = { maxWait: 10_000, timeout: 10_000 };

type Once = { merchantId: string; owner: string; method: string; path: string; key: string };
type Asked = DailyCharge & { once: Once; requestHash: string; expiresAt: number };
type Answer = { status: number; body: Prisma.JsonValue };

async function createReservation(tx: Prisma.TransactionClient, asked: Asked): Promise<Answer> {
  const { merchantId, terminal, amountMinor, currency, now, expiresAt } = asked;
  const { terminalId, store } = terminal;
  const held: Reservation = {
    ...{ reservationId: newId("rsv"), state: "pending", terminalId, amountMinor, currency },
    ...{ committedAmountMinor: null, createdAt: now, expiresAt },
  };
  const { reservationId } = held;
  await tx.reservation.create({
    data: {
      ...{ merchantId, reservationId, terminalId, store, amountMinor, currency },
      ...{ checkId: newId("chk"), expiresAt: new Date(expiresAt), createdAt: new Date(now) },
    },
    select: { reservationId: true },
  });
  return { status: 201, body: { reservation: toReservation(held, asked.settings.timeZone) } };
}

async function hold(tx: Prisma.TransactionClient, asked: Asked): Promise<Answer> {
  const { merchantId, limits, amountMinor } = asked;
  const counters = await lockCounters(tx, asked);
  const isRefused = limits.some((limit) => exceeds(limit, counters.get(limit.limitId), asked));
  if (isRefused) return { status: 200, body: { reservation: null } };
  for (const { limitId, windowStart } of counters.values()) {
    await tx.counter.update({
      where: { merchantId_limitId_windowStart: { merchantId, limitId, windowStart } },
      data: { reservedAmountMinor: { increment: amountMinor }, reservedCount: { increment: 1 } },
      select: { limitId: true },
    });
  }
  return createReservation(tx, asked);
}

/** Null when the key came with another body before. */
async function holdOnce(tx: Prisma.TransactionClient, asked: Asked): Promise<Answer | null> {
  const { once, requestHash } = asked;
  const stored = await tx.idempotencyKey.findUnique({
    where: { merchantId_owner_method_path_key: once },
  });
  if (stored?.requestHash === requestHash) return { status: stored.status, body: stored.answer };
  if (stored) return null;
  const { status, body } = await hold(tx, asked);
  await tx.idempotencyKey.create({
    data: { ...once, requestHash, status, answer: body as Prisma.InputJsonObject },
    select: { key: true },
  });
  return { status, body };
}

async function answerOnce(asked: Asked): Promise<Response> {
  try {
    const answer = await prisma.$transaction((tx) => holdOnce(tx, asked), WAITS);
    if (!answer) return refuse("idempotency-key-reused");
    return Response.json(answer.body, { status: answer.status });
  } catch (error) {
    const isTwice = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
    if (isTwice) return refuse("idempotency-in-flight");
    throw error;
  }
}

export async function POST(request: Request): Promise<Response> {
  const read = await readRequest(request, "reservations:write", reservationBody);
  if (read instanceof Response) return read;
  const { merchantId, body, json } = read;
  const key = request.headers.get("idempotency-key");
  if (!key) return refuse("idempotency-key-missing");
  const now = Date.now();
  const { value: amountMinor, currency } = body.amount;
  const charge = { merchantId, terminalId: body.terminal_id, amountMinor, currency, now };
  const daily = await readDailyCharge(charge);
  if (!daily) return refuse("not-found", "There is no such terminal.");
  const owner = read.key.merchantId === ACQUIRER ? "acquirer" : "merchant";
  return answerOnce({
    ...daily,
    once: { merchantId, owner, method: "POST", path: "/reservations", key },
    requestHash: requestHashOf(json),
    expiresAt: now + body.expires_in * 1000,
  });
}
