import "server-only";
import { UnavailableError } from "@/lib/domain/errors";

// SQLSTATE, Node and Prisma codes of a database that cannot answer now but may soon.
const CODES = new Set([
  ...["57014", "57P01", "57P02", "57P03", "57P05", "53300", "55P03", "25P03", "40001", "40P01"],
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH"],
  ...["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2034"],
]);
const MESSAGES =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|connection error and is not queryable|after calling end on the pool|timeout expired/i;
// What Prisma's adapter makes of a socket's error, with nothing of the error left in it.
const KINDS = new Set([
  ...["ConnectionClosed", "DatabaseNotReachable", "SocketTimeout", "TooManyConnections"],
]);
const DEEPEST = 6;

type Trace = {
  code?: unknown;
  kind?: unknown;
  message?: unknown;
  cause?: unknown;
  originalCode?: unknown;
  meta?: { driverAdapterError?: unknown };
};

const isCode = (code: unknown) =>
  typeof code === "string" && (CODES.has(code) || code.startsWith("08"));

function isTransient(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > DEEPEST) return false;
  const trace = error as Trace;
  if (isCode(trace.code) || isCode(trace.originalCode)) return true;
  if (typeof trace.kind === "string" && KINDS.has(trace.kind)) return true;
  if (typeof trace.message === "string" && MESSAGES.test(trace.message)) return true;
  return (
    isTransient(trace.cause, depth + 1) || isTransient(trace.meta?.driverAdapterError, depth + 1)
  );
}

/** The error as it is to be told: a database that cannot answer now is "unavailable". */
export const asUnavailable = (error: unknown): unknown =>
  isTransient(error) ? Object.assign(new UnavailableError(), { cause: error }) : error;
