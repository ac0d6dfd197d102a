import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect } from "@playwright/test";

type Json = Record<string, unknown>;
type Document = { paths: Record<string, Record<string, { responses: Record<string, Json> }>> };
type Answered = {
  status: number;
  headers: Record<string, string>;
  json: unknown;
  text: string;
};

const DOCUMENT = "openapi";

const escaped = (part: string) =>
  encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));

/** Readers must let added fields pass; here a field that is not described is a mistake of ours. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, closed(value)] as const);
  const isOpen = "properties" in schema && !("additionalProperties" in schema);
  return { ...Object.fromEntries(entries), ...(isOpen && { additionalProperties: false }) };
}

/** The published OpenAPI document, to hold answers against. */
export class Published {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });

  constructor(readonly document: Document) {
    addFormats.default(this.ajv);
    this.ajv.addSchema(closed(document) as Json, DOCUMENT);
  }

  /** The template of a path, the one with fewer parameters first. */
  templateOf(path: string): string | undefined {
    const asked = path.split("?")[0] ?? "";
    return Object.keys(this.document.paths)
      .sort((one, other) => one.split("{").length - other.split("{").length)
      .find((template) => new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`).test(asked));
  }

  /** Fails when an operation answered what the document does not say. */
  assertDescribes(method: string, path: string, answer: Answered): void {
    expect(answer.headers["x-request-id"]).toMatch(/^[A-Za-z0-9._-]{1,64}$/);
    if (answer.status >= 400) assertProblem(path, answer);
    const template = this.templateOf(path);
    const operation = template && this.document.paths[template]?.[method.toLowerCase()];
    if (!operation) return;
    const { responses } = operation;
    expect(Object.keys(responses), `${method} ${template}`).toContain(String(answer.status));
    const type = (answer.headers["content-type"] ?? "").split(";")[0] ?? "";
    if (answer.text === "") return;
    const pointer = ["paths", template, method.toLowerCase(), "responses", String(answer.status)]
      .concat("content", type, "schema")
      .map(escaped)
      .join("/");
    const validate = this.ajv.getSchema(`${DOCUMENT}#/${pointer}`);
    expect(validate, `${method} ${template} ${answer.status} ${type} is described`).toBeTruthy();
    const isValid = validate?.(answer.json);
    expect(isValid, `${JSON.stringify(validate?.errors)} in ${answer.text}`).toBe(true);
  }
}

function assertProblem(path: string, { status, headers, json }: Answered): void {
  expect(headers["content-type"]).toBe("application/problem+json");
  expect(json).toMatchObject({
    type: expect.stringMatching(/^https:\/\/headroom\.dev\/problems\/[a-z-]+$/),
    title: expect.any(String),
    status,
    detail: expect.any(String),
    instance: expect.any(String),
    request_id: headers["x-request-id"],
  });
  const problem = json as { type: string; errors?: unknown[] };
  if (problem.type.endsWith("/validation-failed")) {
    expect(problem.errors?.length, path).toBeGreaterThan(0);
  }
}
