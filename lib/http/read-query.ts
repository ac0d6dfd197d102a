import "server-only";
import type { z } from "zod";
import { InvalidError } from "@/lib/domain/errors";
import { holdsCardNumber, isExemptField } from "@/lib/domain/card-number";
import { isIssuedId } from "@/lib/http/card-guard";
import { readFields } from "@/lib/http/read-fields";
import { isUnspeakable } from "@/lib/domain/unspeakable";
import type { JsonFault } from "@/lib/http/scan-json";

const NOTHING = {};

const mayHoldCard = (name: string, value: string) => isExemptField(name) || isIssuedId(value);

function faultsOf(name: string, value: string): JsonFault[] {
  const faults: JsonFault[] = [];
  if (holdsCardNumber(name)) faults.push({ path: [], kind: "card" });
  if (holdsCardNumber(value) && !mayHoldCard(name, value)) {
    faults.push({ path: [name], kind: "card" });
  }
  if (isUnspeakable(name) || isUnspeakable(value)) faults.push({ path: [name], kind: "text" });
  return faults;
}

/** The query of a URL by the schema; a name given twice is a fault. */
export function readQuery<S extends z.ZodType>(schema: S, url: string): z.output<S> {
  const start = url.indexOf("?");
  if (start === -1) return readFields(schema, NOTHING);
  const values = new Map<string, string>();
  const faults: JsonFault[] = [];
  let repeated: string | null = null;
  for (const [name, value] of new URLSearchParams(url.slice(start + 1))) {
    faults.push(...faultsOf(name, value));
    if (values.has(name)) repeated = name;
    values.set(name, value);
  }
  if (repeated !== null && !faults.some((fault) => fault.kind === "card")) {
    const pointer = `/${repeated.slice(0, 64)}`;
    throw new InvalidError([{ pointer, code: "repeated", detail: "Give this parameter once." }]);
  }
  return readFields(schema, Object.fromEntries(values), faults);
}
