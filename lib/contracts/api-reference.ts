import type { RequestDraft } from "@/lib/contracts/request-draft";

/** What the reference page tells of an OpenAPI document: operations by tag, and the shapes they share. */
export type Field = {
  name: string;
  type: string;
  isRequired: boolean;
  description: string | null;
};
export type Parameter = Field & { place: "path" | "query" | "header" };
export type Answer = { status: string; description: string; type: string | null };
export type Operation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string | null;
  /** Null where no key is needed. */
  scope: string | null;
  parameters: Parameter[];
  /** One list of fields per form the body may have; none without a body. */
  bodies: Field[][];
  answers: Answer[];
  draft: RequestDraft;
};
export type Shape = { name: string; description: string | null; fields: Field[] };
export type ApiReference = { tags: { tag: string; operations: Operation[] }[]; shapes: Shape[] };

export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  examples?: unknown[];
  minimum?: number;
  minItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
};
type Content = { content?: Record<string, { schema: Schema }> };
type DocumentedOperation = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  security?: unknown[];
  parameters?: {
    name: string;
    in: Parameter["place"];
    required?: boolean;
    description?: string;
    schema: Schema;
  }[];
  requestBody?: Content;
  responses: Record<string, Content & { description: string }>;
};
export type ApiDocument = {
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { schemas: Record<string, Schema> };
};

const DEEPEST = 3;
/** Longer lists, such as every currency, say nothing in a line. */
const LONGEST_ENUM = 60;
const nameOf = (ref: string) => ref.split("/").at(-1) ?? ref;

/** A schema's type in one line, such as `Check[]` or `"chip" | "contactless"`. */
export function typeOf(schema: Schema): string {
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.enum && schema.enum.length > LONGEST_ENUM) return "string";
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const among = schema.oneOf ?? schema.anyOf;
  if (among) return [...new Set(among.map(typeOf))].join(" | ");
  if (schema.type === "array") {
    const inner = typeOf(schema.items ?? {});
    return inner.includes(" | ") ? `(${inner})[]` : `${inner}[]`;
  }
  if (schema.properties) {
    const parts = Object.entries(schema.properties).map(([name, one]) => `${name}: ${typeOf(one)}`);
    return `{ ${parts.join(", ")} }`;
  }
  const type = [schema.type ?? "any"].flat().join(" | ");
  return schema.format ? `${type} (${schema.format})` : type;
}

function plainExample({ type, minimum = 1, format }: Schema): unknown {
  if (type === "integer" || type === "number") return Math.max(1, minimum);
  if (type === "boolean") return true;
  return format === "date-time" ? "2026-11-24T10:15:00+08:00" : "...";
}

/** The reading of one document. */
class Reading {
  constructor(
    private readonly document: ApiDocument,
    private readonly base: string,
  ) {}

  private resolved(schema: Schema): Schema {
    const found = schema.$ref && this.document.components.schemas[nameOf(schema.$ref)];
    return found
      ? { ...found, ...(schema.description && { description: schema.description }) }
      : schema;
  }

  /** The fields of an object, those of inner objects after it as `amount.value` and `checks[].amount`. */
  fieldsOf(schema: Schema, depth = 0, before = ""): Field[] {
    const { properties = {}, required = [] } = this.resolved(schema);
    return Object.entries(properties).flatMap(([key, raw]) => {
      const inner = this.resolved(raw);
      const name = before + key;
      const isList = inner.type === "array";
      const target = isList ? this.resolved(inner.items ?? {}) : inner;
      const isOpened = depth < DEEPEST && target.properties !== undefined;
      const field: Field = {
        name,
        type: isOpened ? (isList ? "object[]" : "object") : typeOf(raw.$ref ? inner : raw),
        isRequired: required.includes(key),
        description: raw.description ?? inner.description ?? null,
      };
      const more = isOpened
        ? this.fieldsOf(target, depth + 1, `${name}${isList ? "[]" : ""}.`)
        : [];
      return [field, ...more];
    });
  }

  private objectExample({ properties = {}, required = [] }: Schema): unknown {
    const names = required.length > 0 ? required : Object.keys(properties).slice(0, 1);
    return Object.fromEntries(names.map((name) => [name, this.example(properties[name] ?? {})]));
  }

  /** A value the schema takes: its example, else the least that is required. */
  example(raw: Schema): unknown {
    const schema = this.resolved(raw);
    const first = schema.examples?.[0] ?? schema.const ?? schema.enum?.[0];
    if (first !== undefined) return first;
    const among = schema.oneOf ?? schema.anyOf;
    if (among?.[0]) return this.example(among[0]);
    if (schema.properties) return this.objectExample(schema);
    return schema.type === "array" ? [this.example(schema.items ?? {})] : plainExample(schema);
  }

  private draftOf(method: string, path: string, operation: DocumentedOperation): RequestDraft {
    const { operationId, parameters = [], requestBody, security } = operation;
    const schema = requestBody?.content?.["application/json"]?.schema;
    return {
      ...{ method, base: this.base, path, needsKey: security?.length !== 0 },
      isOnce: parameters.some((one) => one.name === "Idempotency-Key" && one.required === true),
      body: schema && (EXAMPLES[operationId] ?? this.example(schema)),
      inputs: parameters.flatMap(
        ({ name, in: place, required: isRequired = false, schema: one }) =>
          place === "header"
            ? []
            : [
                {
                  name,
                  place,
                  isRequired,
                  example: String(this.resolved(one).examples?.[0] ?? ""),
                },
              ],
      ),
    };
  }

  operationOf(path: string, verb: string, operation: DocumentedOperation): Operation {
    const { operationId: id, summary, description = null, parameters = [] } = operation;
    const method = verb.toUpperCase();
    const body = operation.requestBody?.content?.["application/json"]?.schema;
    const said = /Needs (?:scope `([\w:]+)`|any key)\.$/.exec(description ?? "");
    return {
      ...{ id, method, path, summary },
      description: description?.replace(/ ?Needs [^.]*\.$/, "") || null,
      scope: operation.security?.length === 0 ? null : (said?.[1] ?? "any_key"),
      parameters: parameters.map((one) => ({
        ...{ name: one.name, place: one.in, type: typeOf(this.resolved(one.schema)) },
        isRequired: one.required ?? false,
        description: one.description ?? null,
      })),
      bodies: body ? (body.oneOf ?? [body]).map((form) => this.fieldsOf(form)) : [],
      answers: Object.entries(operation.responses).map(
        ([status, { description: text, content }]) => {
          const [shown] = Object.values(content ?? {});
          const isSaid = shown && Object.keys(shown.schema).length > 0;
          return { status, description: text, type: isSaid ? typeOf(shown.schema) : null };
        },
      ),
      draft: this.draftOf(method, path, operation),
    };
  }

  shapes(): Shape[] {
    return Object.entries(this.document.components.schemas)
      .filter(([name]) => !name.endsWith("Input"))
      .map(([name, schema]) => {
        const { properties = {}, required = [] } = schema;
        const fields = Object.entries(properties).map(([key, one]) => ({
          ...{ name: key, type: typeOf(one), isRequired: required.includes(key) },
          description: one.description ?? null,
        }));
        return { name, description: schema.description ?? null, fields };
      })
      .filter(({ fields }) => fields.length > 0)
      .sort((one, other) => one.name.localeCompare(other.name));
  }
}

/** Bodies that the schema alone would make dull or wrong. */
const EXAMPLES: Readonly<Record<string, unknown>> = {
  submitLimitRequest: {
    limit_id: "lim_01J9ZC5V8Q4W0M3K7T2XHB6RDN",
    requested: { max_amount: { value: 6_000_000, currency: "CNY" } },
    justification: "Wholesale customers pay by one card.",
  },
};

/** Everything the document says, in the order it says it; `base` is where the API is served. */
export function readReference(document: ApiDocument, base: string): ApiReference {
  const reading = new Reading(document, base);
  const byTag = new Map<string, Operation[]>();
  for (const [path, verbs] of Object.entries(document.paths)) {
    for (const [verb, operation] of Object.entries(verbs)) {
      const tag = operation.tags[0] ?? "";
      byTag.set(tag, [...(byTag.get(tag) ?? []), reading.operationOf(path, verb, operation)]);
    }
  }
  const [about = [], ...rest] = [...byTag];
  const tags = [...rest, about].flatMap(([tag, operations]) =>
    tag === undefined || !operations ? [] : [{ tag, operations }],
  );
  return { tags, shapes: reading.shapes() };
}
