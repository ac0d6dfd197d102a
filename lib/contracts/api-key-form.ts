import { z } from "zod";
import { SCOPES } from "@/lib/domain/access/actor";
import { MAX_RATE_PER_SECOND } from "@/lib/domain/access/api-key";
import { MODES } from "@/lib/domain/mode";

/** A key to be made. Rate in requests per second; 0 = no bound. */
export const ApiKeyForm = z.strictObject({
  name: z.string().trim().min(1, "missing").max(60, "too_long"),
  mode: z.enum(MODES),
  scopes: z.array(z.enum(SCOPES)).min(1, "no_scope").max(SCOPES.length),
  ratePerSecond: z.int("not_a_rate").min(0, "not_a_rate").max(MAX_RATE_PER_SECOND, "not_a_rate"),
});
export type ApiKeyForm = z.infer<typeof ApiKeyForm>;

export const ApiKeyRef = z.strictObject({ keyId: z.string().max(40) });
