import { z } from "zod";
import { TERMINAL_ID_PATTERN } from "@/lib/domain/ids";
import type { LimitValues } from "@/lib/domain/limits/limit";

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const Minor = z.preprocess(
  one,
  z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
);
const Id = (prefix: string) =>
  z.preprocess(
    one,
    z
      .string()
      .regex(new RegExp(`^${prefix}_\\w{1,40}$`))
      .nullable()
      .catch(null),
  );

/** The address of the request form: which limit, and what a verdict suggests; the rest is ignored. */
const Params = z.object({
  limit: Id("lim"),
  check: Id("chk"),
  terminal: z.preprocess(one, z.string().regex(TERMINAL_ID_PATTERN).nullable().catch(null)),
  max_amount: Minor,
  max_count: Minor,
  min_amount: Minor,
});

export type RequestPrefill = {
  limit: string | null;
  check: string | null;
  terminal: string | null;
  suggested: Partial<LimitValues>;
};

export function readRequestPrefill(params: Record<string, unknown>): RequestPrefill {
  const { limit, check, terminal, ...values } = Params.parse(params);
  return {
    ...{ limit, check, terminal },
    suggested: {
      ...(values.max_amount !== undefined && { maxAmountMinor: values.max_amount }),
      ...(values.max_count !== undefined && { maxCount: values.max_count }),
      ...(values.min_amount !== undefined && { minAmountMinor: values.min_amount }),
    },
  };
}
