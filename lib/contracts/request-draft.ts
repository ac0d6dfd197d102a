import type { SampleRequest } from "@/lib/contracts/request-samples";

/** One value of an address: in its path, or after its question mark. */
export type DraftInput = {
  name: string;
  place: "path" | "query";
  isRequired: boolean;
  /** What the contract gives as an example; "" where it gives none. */
  example: string;
};

/** A request of one operation before its values are filled in. */
export type RequestDraft = {
  method: string;
  /** Where the API is served, such as "https://portal.example/api/v1". */
  base: string;
  /** The path as the contract writes it: "/checks/{id}". */
  path: string;
  inputs: readonly DraftInput[];
  needsKey: boolean;
  /** Takes an Idempotency-Key, a new one for each effect. */
  isOnce: boolean;
  /** An example of the body; undefined where there is none. */
  body: unknown;
};

/** What somebody typed: values by the name of their input, and the body as text. */
export type DraftValues = { inputs: Readonly<Record<string, string>>; body: string };

export type BodyReading = { ok: true; value: unknown } | { ok: false };

const laidOut = (body: unknown) => (body === undefined ? "" : JSON.stringify(body, null, 2));

/** The values a draft begins with: examples where something must stand, nothing where it may. */
export const startOf = ({ inputs, body }: RequestDraft): DraftValues => ({
  inputs: Object.fromEntries(
    inputs.map(({ name, isRequired, example }) => [name, isRequired ? example : ""]),
  ),
  body: laidOut(body),
});

/** The path and query of the request; an input of the path without a value stays as written. */
export function addressOf({ path, inputs }: RequestDraft, values: DraftValues): string {
  const said = inputs.flatMap(({ name, place }) => {
    const value = values.inputs[name]?.trim() ?? "";
    return value === "" ? [] : [{ name, place, value: encodeURIComponent(value) }];
  });
  const filled = said
    .filter(({ place }) => place === "path")
    .reduce((address, { name, value }) => address.replace(`{${name}}`, () => value), path);
  const query = said
    .filter(({ place }) => place === "query")
    .map(({ name, value }) => `${encodeURIComponent(name)}=${value}`);
  return query.length === 0 ? filled : `${filled}?${query.join("&")}`;
}

/** The body as the API would read it; text that is no JSON is told apart from a body that is none. */
export function bodyOf({ body }: RequestDraft, values: DraftValues): BodyReading {
  if (body === undefined || values.body.trim() === "") return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(values.body) as unknown };
  } catch {
    return { ok: false };
  }
}

/** The inputs that must stand and do not. */
export const missingIn = ({ inputs }: RequestDraft, values: DraftValues): string[] =>
  inputs
    .filter(({ name, isRequired }) => isRequired && !values.inputs[name]?.trim())
    .map(({ name }) => name);

/** The request to be shown as code; a body that is no JSON yet is shown as the example. */
export function sampleOf(draft: RequestDraft, values: DraftValues): SampleRequest {
  const { method, base, needsKey, isOnce } = draft;
  const read = bodyOf(draft, values);
  const body = read.ok ? read.value : draft.body;
  return { method, url: base + addressOf(draft, values), needsKey, isOnce, body };
}
