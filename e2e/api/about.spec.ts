import { expect, test } from "./fixtures";

test.describe("GET /openapi.json", () => {
  test("is OpenAPI 3.1 for anybody, every operation with what it can answer", async ({
    api,
    published,
  }) => {
    const answer = await api.call("GET", "/openapi.json", { key: null });
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toBe("application/json");
    expect(answer.json.openapi).toMatch(/^3\.1\./);
    for (const [path, operations] of Object.entries(published.document.paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        const statuses = Object.keys(operation.responses);
        expect(statuses, `${method} ${path}`).toContain("default");
        expect(statuses.some((status) => status.startsWith("2"))).toBe(true);
        if (path !== "/openapi.json") {
          expect(statuses).toEqual(
            expect.arrayContaining(["401", "404", "405", "422", "429", "503"]),
          );
        }
      }
    }
  });

  test("405 to another method", async ({ api }) => {
    const answer = await api.call("POST", "/openapi.json", { body: {} });
    expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD"]);
  });
});

test.describe("an unknown path", () => {
  test("is a 404 problem", async ({ api }) => {
    for (const path of ["", "/", "/nope", "/checks/", "/checks/a/b", "/Checks"]) {
      const answer = await api.call("GET", path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.json.type).toMatch(/not-found$/);
    }
  });
});

test.describe("at the root", () => {
  test("/healthz and /readyz tell how it stands", async ({ request }) => {
    expect(await (await request.get("/healthz")).json()).toEqual({ status: "ok" });
    const ready = await request.get("/readyz");
    expect([ready.status(), await ready.json()]).toEqual([
      200,
      { status: "ready", database: "ok", migrations: "ok" },
    ]);
  });

  test("/metrics answers its token only, and 404 to everybody else", async ({ request }) => {
    const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
    expect((await request.get("/metrics")).status()).toBe(404);
    expect((await request.get("/metrics", bearer("wrong"))).status()).toBe(404);
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
      expect((await request.fetch("/metrics", { method })).status(), method).toBe(404);
    }
    const asked = { method: "POST", ...bearer("metrics-token-of-the-tests") };
    expect((await request.fetch("/metrics", asked)).status()).toBe(405);
    const answer = await request.get("/metrics", bearer("metrics-token-of-the-tests"));
    expect(answer.status()).toBe(200);
    expect(answer.headers()["content-type"]).toMatch(/^text\/plain/);
    expect(await answer.text()).toContain("headroom_checks_total");
  });
});
