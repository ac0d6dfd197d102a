import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { NotFoundError } from "@/lib/domain/errors";
import { env } from "@/lib/platform/env";
import { registry } from "@/lib/platform/metrics";
import { getReadiness } from "@/lib/use-cases/installation/get-readiness";

type RootAnswer = { status: number; text: string; contentType?: string };

const digest = (text: string) => createHash("sha256").update(text).digest();

function mayReadMetrics(authorization: string | undefined): boolean {
  const token = env().METRICS_TOKEN;
  const sent = /^bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
  if (token === undefined || sent === undefined) return false;
  return timingSafeEqual(digest(sent), digest(token));
}

async function readiness(): Promise<RootAnswer> {
  const found = await getReadiness();
  return { status: found.status === "ready" ? 200 : 503, text: JSON.stringify(found) };
}

/** Without the token there is nothing here, whatever the method. */
function admitToMetrics(c: Context): void {
  if (mayReadMetrics(c.req.header("authorization"))) return;
  throw new NotFoundError("There is nothing at this path.");
}

async function metrics(): Promise<RootAnswer> {
  return { status: 200, text: await registry.metrics(), contentType: registry.contentType };
}

type RootEndpoint = {
  path: string;
  /** Throws for whom nothing is here. */
  admit?: (c: Context) => void;
  answer: () => Promise<RootAnswer>;
};

/** `/healthz`: the process. `/readyz`: the database and its migrations. `/metrics`: for the token's bearer. */
export const ROOT_ENDPOINTS: readonly RootEndpoint[] = [
  {
    path: "/healthz",
    answer: () => Promise.resolve({ status: 200, text: '{"status":"ok"}' }),
  },
  { path: "/readyz", answer: readiness },
  { path: "/metrics", admit: admitToMetrics, answer: metrics },
];
