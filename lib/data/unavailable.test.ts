import { expect, it } from "vitest";
import { asUnavailable } from "@/lib/data/unavailable";
import { UnavailableError } from "@/lib/domain/errors";

const error = (parts: object, message = "no") => Object.assign(new Error(message), parts);
const byAdapter = (cause: object) => error({ cause, name: "DriverAdapterError" });

it.each([
  ["PostgreSQL ending", error({ code: "57P01" })],
  ["a connection that broke", error({ code: "ECONNRESET" })],
  ["a pool without a connection", error({}, "timeout exceeded when trying to connect")],
  ["a transaction that ended early", error({ code: "P2028" })],
  ["a broken socket as the adapter tells it", byAdapter({ kind: "ConnectionClosed" })],
  [
    "the same inside a raw query of Prisma",
    error({ code: "P2010", meta: { driverAdapterError: byAdapter({ kind: "SocketTimeout" }) } }),
  ],
  [
    "a lock not had in time, inside a raw query",
    error({ code: "P2010", meta: { driverAdapterError: byAdapter({ originalCode: "55P03" }) } }),
  ],
])("%s is unavailable, and keeps its cause", (_name, cause) => {
  const told = asUnavailable(cause);
  expect(told).toBeInstanceOf(UnavailableError);
  expect((told as Error).cause).toBe(cause);
});

it.each([
  ["a unique key", byAdapter({ kind: "UniqueConstraintViolation", originalCode: "23505" })],
  ["a fault of ours", new TypeError("undefined is not a function")],
  ["nothing at all", undefined],
])("%s is what it was", (_name, cause) => {
  expect(asUnavailable(cause)).toBe(cause);
});
