import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { type ApiDocument, readReference, typeOf } from "@/lib/contracts/api-reference";
import { sampleOf, startOf } from "@/lib/contracts/request-draft";
import { samplesOf } from "@/lib/contracts/request-samples";
import { ROUTES } from "@/lib/http/all-routes";
import { openApiText } from "@/lib/http/openapi";

const document = JSON.parse(openApiText()) as ApiDocument;
const { tags, shapes } = readReference(document, "https://portal.example/api/v1");
const operations = tags.flatMap((tag) => tag.operations);

describe("the reference of the API", () => {
  it("tells every operation with its scope, and the document itself", () => {
    expect(
      operations
        .map(({ method, path, scope }) => `${method} ${path} ${scope ?? "public"}`)
        .toSorted(),
    ).toEqual(
      [
        "GET /openapi.json public",
        ...ROUTES.map(({ method, path, scope }) => `${method} ${path} ${scope}`),
      ].toSorted(),
    );
  });

  it("tells parameters, fields of the body and every status", () => {
    const submit = operations.find(({ id }) => id === "submitLimitRequest")!;
    expect(submit.parameters[0]).toMatchObject({ name: "Idempotency-Key", isRequired: true });
    const reserve = operations.find(({ id }) => id === "reserve")!;
    expect(reserve.parameters[0]).toMatchObject({ name: "Idempotency-Key", isRequired: true });
    expect(reserve.draft.isOnce).toBe(true);
    const [fields = []] = submit.bodies;
    expect(fields.find(({ name }) => name === "justification")).toMatchObject({ isRequired: true });
    expect(fields.map(({ name }) => name)).toContain("filters.entry_modes");
    expect(submit.answers.map(({ status }) => status)).toEqual(
      expect.arrayContaining(["201", "400", "401", "403", "409", "422", "default"]),
    );
    expect(submit.answers[0]).toMatchObject({ status: "201", type: "LimitRequest" });
    expect(submit.description).not.toContain("Needs scope");
  });

  it("names only shapes that it shows", () => {
    const shown = new Set(shapes.map(({ name }) => name));
    const named = operations.flatMap(({ answers }) =>
      answers.flatMap(({ type }) => type?.match(/\b[A-Z]\w+/g) ?? []),
    );
    expect(named.filter((name) => !shown.has(name))).toEqual([]);
  });

  it("gives examples that the schemas accept", () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema(document as object, "api");
    for (const { method, path, id, draft } of operations) {
      const { curl } = samplesOf(sampleOf(draft, startOf(draft)));
      expect(curl, id).toContain("https://portal.example/api/v1/");
      const pointer = `${path.replaceAll("/", "~1")}/${method.toLowerCase()}`;
      const body = / -d '(.*)'$/s.exec(curl)?.[1];
      if (body === undefined) continue;
      const address = `api#/paths/${pointer}/requestBody/content/application~1json/schema`;
      const accepts = ajv.compile({ $ref: encodeURI(address) });
      expect([id, accepts(JSON.parse(body)), accepts.errors]).toEqual([id, true, null]);
    }
  });

  it("says a type in one line", () => {
    expect(typeOf({ type: "array", items: { enum: ["a", "b"] } })).toBe('("a" | "b")[]');
    expect(typeOf({ enum: Array.from({ length: 100 }, String) })).toBe("string");
    expect(typeOf({ anyOf: [{ $ref: "#/components/schemas/Money" }, { type: "null" }] })).toBe(
      "Money | null",
    );
    expect(typeOf({ type: "string", format: "date-time" })).toBe("string (date-time)");
  });
});
