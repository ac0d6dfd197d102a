import "server-only";
import type { z } from "zod";
import { InvalidError, type FieldError } from "@/lib/domain/errors";
import { Refusal } from "@/lib/http/refusal";
import type { JsonFault, JsonPath } from "@/lib/http/scan-json";

const MAX_ERRORS = 50;
const LONGEST_NAME = 64;

const escaped = (part: PropertyKey) =>
  String(part).slice(0, LONGEST_NAME).replaceAll("~", "~0").replaceAll("/", "~1");

/** An RFC 6901 pointer; over-long names are cut, for they are the caller's own. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${escaped(part)}`).join("");

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const part of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, part))
      return undefined;
    found = (found as Record<PropertyKey, unknown>)[part];
  }
  return found;
}

const CODES: Readonly<Record<string, string>> = {
  invalid_type: "wrong_type",
  invalid_format: "invalid_format",
  invalid_value: "not_one_of",
  too_big: "too_big",
  too_small: "too_small",
};

const isCode = (params: unknown): params is { code: string } =>
  typeof params === "object" && params !== null && "code" in params;

function faultsOf(issue: z.core.$ZodIssue, value: unknown): FieldError[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      pointer: pointerOf([...issue.path, key]),
      code: "unknown_field",
      detail: "This field is not known here.",
    }));
  }
  const pointer = pointerOf(issue.path);
  if (issue.code === "invalid_type" && valueAt(value, issue.path) === undefined) {
    return [{ pointer, code: "required", detail: "This field is required." }];
  }
  const own = issue.code === "custom" && isCode(issue.params) ? issue.params.code : undefined;
  return [{ pointer, code: own ?? CODES[issue.code] ?? "invalid", detail: issue.message }];
}

const TEXT_FAULT = {
  code: "invalid_text",
  detail: "Text must not hold U+0000 or half a character.",
};
const FRACTION_FAULT = {
  code: "wrong_type",
  detail: "A whole number, written without a fraction.",
};

/** The refusal of whatever looks like a card number; it tells where, never what. */
export function cardRefusal(faults: readonly JsonFault[]): Refusal {
  return new Refusal(
    "card-number-not-accepted",
    "Something here looks like a card number. Nothing of it was kept; send no card numbers.",
    {
      fields: faults.map(({ path }) => ({
        pointer: pointerOf(path),
        code: "card_number",
        detail: "This looks like a card number.",
      })),
    },
  );
}

/** The faults below `path`, told from there on. */
export function faultsBelow(faults: readonly JsonFault[], path: JsonPath): JsonFault[] {
  return faults
    .filter((fault) => path.every((part, i) => fault.path[i] === part))
    .map((fault) => ({ ...fault, path: fault.path.slice(path.length) }));
}

function textErrors(faults: readonly JsonFault[], fractions: readonly string[]): FieldError[] {
  return faults.flatMap(({ path, kind }) => {
    const pointer = pointerOf(path);
    if (kind === "text") return [{ pointer, ...TEXT_FAULT }];
    return fractions.includes(pointer) ? [] : [{ pointer, ...FRACTION_FAULT }];
  });
}

/**
 * Parsed JSON as the schema's fields. Card numbers come first, then every fault of the schema and of the
 * text together.
 */
export function readFields<S extends z.ZodType>(
  schema: S,
  value: unknown,
  faults: readonly JsonFault[] = [],
  fractions: readonly string[] = [],
): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success && faults.length === 0) return parsed.data;
  const cards = faults.filter((fault) => fault.kind === "card");
  if (cards.length > 0) throw cardRefusal(cards);
  const bySchema = parsed.success
    ? []
    : parsed.error.issues.flatMap((issue) => faultsOf(issue, value));
  const known = new Set(bySchema.map((error) => error.pointer));
  const byText = textErrors(faults, fractions).filter((error) => !known.has(error.pointer));
  const errors = [...bySchema, ...byText];
  if (parsed.success && errors.length === 0) return parsed.data;
  throw new InvalidError(errors.slice(0, MAX_ERRORS));
}
