import type { FieldError } from "@/lib/domain/errors";

/** What a server action could not do: a machine code to translate, and the fields at fault. */
export type ActionProblem = {
  code: string;
  fields: readonly FieldError[];
  extra: Readonly<Record<string, unknown>>;
  requestId: string;
};

export type ActionResult<T> = { ok: true; data: T } | { ok: false; problem: ActionProblem };
