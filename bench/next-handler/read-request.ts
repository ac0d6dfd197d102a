import { createHash } from "node:crypto";
import { z } from "zod";
import { PROBLEMS, type ProblemSlug } from "@/lib/contracts/problem";
import { merchantId } from "@/lib/contracts/record-ids";
import type { Scope } from "@/lib/domain/access/actor";
import { readApiKey } from "@/lib/domain/access/api-key-format";
import { ACQUIRER } from "@/lib/domain/ids";
import { prisma } from "./database";

const BEARER = /^bearer +(\S+)$/i;

/** A request may name its merchant; an acquirer's key must. */
export const named = { merchant_id: merchantId.optional() };
type Named = { merchant_id?: string | undefined };

export type Key = { merchantId: string; keyId: string; mode: string; scopes: string[] };

export function refuse(slug: ProblemSlug, detail?: string): Response {
  const { status, title } = PROBLEMS[slug];
  const headers = { "content-type": "application/problem+json" };
  return Response.json({ title, status, detail }, { status, headers });
}

async function findKey(authorization: string | null): Promise<Key | null> {
  const text = BEARER.exec(authorization ?? "")?.[1];
  if (text === undefined || readApiKey(text) !== "live") return null;
  const keyHash = Uint8Array.from(createHash("sha256").update(text).digest());
  const entry = await prisma.apiKeyDirectory.findUnique({ where: { keyHash } });
  if (!entry) return null;
  const { merchantId, keyId } = entry;
  const key = await prisma.apiKey.findUnique({
    where: { merchantId_keyId: { merchantId, keyId }, revokedAt: null },
    select: { merchantId: true, keyId: true, mode: true, scopes: true },
  });
  return key?.mode === "live" ? key : null;
}

/** The merchant a request is about: the key's own, or the one an acquirer's key names. */
function merchantOf(key: Key, named: string | undefined): string | null {
  if (key.merchantId === ACQUIRER) return named ?? null;
  return named === undefined || named === key.merchantId ? key.merchantId : null;
}

/** Whose request it is and what it says, or the answer that refuses it. */
export async function readRequest<Body extends Named>(
  request: Request,
  scope: Scope,
  schema: z.ZodType<Body>,
): Promise<{ key: Key; merchantId: string; body: Body; json: unknown } | Response> {
  const key = await findKey(request.headers.get("authorization"));
  if (!key) return refuse("unauthenticated");
  if (!key.scopes.includes(scope)) return refuse("forbidden");
  const json: unknown = await request.json().catch(() => undefined);
  if (json === undefined) return refuse("malformed-json");
  const { success, data: body, error } = schema.safeParse(json);
  if (!success) return refuse("validation-failed", z.prettifyError(error));
  const merchantId = merchantOf(key, body.merchant_id);
  if (merchantId === null) return refuse("not-found");
  return { key, merchantId, body, json };
}
