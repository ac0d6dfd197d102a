import "server-only";
import { z } from "zod";
import { problem, PROBLEMS, type ProblemSlug } from "@/lib/contracts/problem";
import { ROUTES } from "@/lib/http/all-routes";
import type { Route } from "@/lib/http/define-route";

type Json = Record<string, unknown>;

const ALWAYS: readonly ProblemSlug[] = [
  ...(["unauthenticated", "not-found", "method-not-allowed", "validation-failed"] as const),
  ...(["card-number-not-accepted", "rate-limited", "internal", "unavailable"] as const),
];
const WITH_BODY: readonly ProblemSlug[] = [
  ...(["malformed-json", "payload-too-large", "unsupported-media-type"] as const),
];
const WITH_KEY: readonly ProblemSlug[] = ["idempotency-in-flight", "idempotency-key-reused"];

/** One set of shared shapes: what carries an id is described once, under its name and side. */
class Shapes {
  readonly components: Json = {};

  of(schema: z.ZodType, io: "input" | "output"): Json {
    const { $defs, ...shape } = z.toJSONSchema(schema, {
      io,
      unrepresentable: "any",
      override: ({ jsonSchema }) => {
        // Fields may be added to answers: readers must not choke on them.
        if (io === "output") delete jsonSchema.additionalProperties;
      },
    }) as Json & { $defs?: Record<string, Json> };
    for (const [name, definition] of Object.entries($defs ?? {})) {
      this.components[this.nameOf(name, io)] = this.relinked(definition, io);
    }
    delete shape.$schema;
    delete shape.$schema;
    return this.relinked(shape, io);
  }

  private nameOf(name: string, io: "input" | "output"): string {
    return io === "input" && name !== "Currency" && !name.endsWith("Request")
      ? `${name}Input`
      : name;
  }

  private relinked(shape: Json, io: "input" | "output"): Json {
    const text = JSON.stringify(shape, (key, value: unknown) =>
      key === "id" && typeof value === "string" ? undefined : value,
    ).replace(/"#\/\$defs\/(\w+)"/g, (_all, name: string) =>
      JSON.stringify(`#/components/schemas/${this.nameOf(name, io)}`),
    );
    return JSON.parse(text) as Json;
  }
}

const wantsKey = ({ idempotency }: Route) =>
  idempotency === "required" || idempotency === "handled";

function problemsOf(route: Route): ProblemSlug[] {
  const hasBody = route.bodySchema !== null || route.envelopeSchema !== null;
  return [
    ...ALWAYS,
    ...(route.scope === "any_key" ? [] : (["forbidden"] as const)),
    ...(hasBody ? WITH_BODY : []),
    ...(route.idempotency ? WITH_KEY : []),
    ...(wantsKey(route) ? (["idempotency-key-missing"] as const) : []),
    ...(route.refusals ?? []),
  ];
}

function responsesOf(route: Route, shapes: Shapes): Json {
  const responses: Json = {};
  for (const [status, { description, schema }] of Object.entries(route.answers)) {
    const content = schema && { "application/json": { schema: shapes.of(schema, "output") } };
    responses[status] = { description, ...(content && { content }) };
  }
  const byStatus = new Map<number, ProblemSlug[]>();
  for (const slug of problemsOf(route)) {
    const { status } = PROBLEMS[slug];
    byStatus.set(status, [...(byStatus.get(status) ?? []), slug]);
  }
  const content = {
    "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
  };
  for (const [status, slugs] of [...byStatus].sort(([one], [other]) => one - other)) {
    responses[String(status)] = {
      description: slugs.map((slug) => `\`${slug}\``).join(", "),
      content,
    };
  }
  return { ...responses, default: { description: "Any other problem.", content } };
}

function parametersOf(schema: z.ZodObject, place: "path" | "query", shapes: Shapes): Json[] {
  const { properties = {}, required = [] } = shapes.of(schema, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(description !== undefined && { description }),
    schema: rest,
  }));
}

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  description:
    "1 to 255 printable ASCII characters, quoted or bare; the answer is kept for 72 hours.",
  schema: { type: "string", minLength: 1, maxLength: 257 },
};

const REQUEST_ID = {
  name: "X-Request-Id",
  in: "header",
  description: "1 to 64 of A-Z a-z 0-9 . _ -; always returned.",
  schema: { type: "string" },
};

function batchSchema(route: Route): z.ZodType | null {
  if (!route.batch || !route.envelopeSchema) return null;
  const { key, item, min, max } = route.batch;
  return route.envelopeSchema.extend({ [key]: z.array(item).min(min).max(max) }).strict();
}

function bodyOf(route: Route, shapes: Shapes): Json | undefined {
  const many = batchSchema(route);
  const one = route.bodySchema;
  if (!one && !many) return undefined;
  const schemas = [one, many].filter((schema) => schema !== null);
  const shape = schemas.map((schema) => shapes.of(schema, "input"));
  const schema = shape.length === 1 ? shape[0] : { oneOf: shape };
  return { required: !route.isBodyOptional, content: { "application/json": { schema } } };
}

function operationOf(route: Route, shapes: Shapes): Json {
  const scope = route.scope === "any_key" ? "any key" : `scope \`${route.scope}\``;
  const key = route.idempotency && {
    ...IDEMPOTENCY_KEY,
    required: wantsKey(route),
  };
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    description: [route.description, `Needs ${scope}.`].filter(Boolean).join(" "),
    security: [{ apiKey: [] }],
    parameters: [
      ...parametersOf(route.paramsSchema, "path", shapes),
      ...parametersOf(route.querySchema, "query", shapes),
      ...(key ? [key] : []),
      REQUEST_ID,
    ],
    requestBody: bodyOf(route, shapes),
    responses: responsesOf(route, shapes),
  };
}

const INFO = {
  title: "Headroom API",
  version: "1.0.0",
  description:
    "Ask before each charge whether it would be refused on the acquirer's or the merchant's side, and why. Money is integer minor units; times are RFC 3339 with offset; unknown fields are refused.",
};

function build(): Json {
  const shapes = new Shapes();
  shapes.of(problem, "output");
  const paths: Record<string, Json> = {
    "/openapi.json": {
      get: {
        operationId: "getOpenApi",
        tags: ["About"],
        summary: "This document",
        security: [],
        responses: {
          200: { description: "OpenAPI 3.1.", content: { "application/json": { schema: {} } } },
          default: {
            description: "Any problem.",
            content: {
              "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
            },
          },
        },
      },
    },
  };
  for (const route of ROUTES) {
    const operation = operationOf(route, shapes);
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation };
  }
  return {
    openapi: "3.1.0",
    info: INFO,
    servers: [{ url: "/api/v1" }],
    security: [{ apiKey: [] }],
    paths,
    components: {
      securitySchemes: {
        apiKey: {
          ...{ type: "http", scheme: "bearer", bearerFormat: "hr_live_... or hr_test_..." },
          description:
            "A key of a merchant or of the acquirer. One that begins with hr_test_ is judged by the live settings, but counts, holds, records and asks apart, and nobody is notified.",
        },
      },
      schemas: shapes.components,
    },
  };
}

let text: string | undefined;

/** The OpenAPI document, generated from the schemas that validate. */
export const openApiText = (): string => (text ??= JSON.stringify(build()));
