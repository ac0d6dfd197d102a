import { DEMO, expect, test, type Api } from "./fixtures";
import { importOwnWorld } from "@/e2e/own-world";
import { describeRefusals } from "./refusals";

// Its checks are this file's alone.
const OWN = { merchant: "898210159990011", terminal: "C9990011" };
const MISSING = "chk_01J9ZC5V8Q4W0M3K7T2XHB6RDN";

describeRefusals({ method: "GET", path: "/checks", scope: "checks:run", allow: "POST, GET, HEAD" });
describeRefusals({
  method: "GET",
  path: `/checks/${MISSING}`,
  isThere: false,
  scope: "checks:run",
  allow: "GET, HEAD",
});

async function run(api: Api, terminal: string = DEMO.terminal) {
  const body = { terminal_id: terminal, amount: { value: 100, currency: "CNY" } };
  return (await api.call("POST", "/checks", { body })).json as { id: string };
}

test.describe("GET /checks/{id}", () => {
  test("reads a check within two seconds as it was answered", async ({ api }) => {
    const answered = await run(api);
    await expect
      .poll(async () => (await api.call("GET", `/checks/${answered.id}`)).json, { timeout: 2_000 })
      .toEqual(answered);
    const key = await api.keyOf({ owner: "acquirer" });
    const named = `/checks/${answered.id}?merchant_id=${DEMO.merchant}`;
    expect((await api.call("GET", named, { key })).json).toEqual(answered);
  });

  test("404 to what is missing, malformed or another merchant's, all the same", async ({ api }) => {
    const answered = await run(api);
    await expect
      .poll(async () => (await api.call("GET", `/checks/${answered.id}`)).status, {
        timeout: 2_000,
      })
      .toBe(200);
    const key = await api.keyOf({ owner: DEMO.suspended.merchant });
    const told = async (id: string) => {
      const answer = await api.call("GET", `/checks/${id}`, { key });
      expect(answer.status).toBe(404);
      return { ...answer.json, instance: "", request_id: "" };
    };
    const missing = await told(MISSING);
    expect(await told(answered.id)).toEqual(missing);
    for (const malformed of ["x", "chk_", "lim_01J9ZC5V8Q4W0M3K7T2XHB6RDN", "%00", "a%2Fb", "é"]) {
      expect(await told(malformed)).toEqual(missing);
    }
    const card = await api.call("GET", "/checks/4111111111111111", { key });
    expect(card.status).toBe(404);
    expect(card.text).not.toContain("4111111111111111");
  });
});

test.describe("GET /checks", () => {
  test("lists newest first, page by page, each once", async ({ api }) => {
    test.setTimeout(180_000);
    await importOwnWorld(OWN.merchant, [OWN.terminal], []);
    const key = await api.keyOf({ owner: OWN.merchant });
    const body = { terminal_id: OWN.terminal, amount: { value: 100, currency: "CNY" } };
    const ids: string[] = [];
    for (let i = 0; i < 7; i++) {
      ids.push((await api.call("POST", "/checks", { key, body })).json.id);
    }
    const first = () => api.call("GET", "/checks?limit=3", { key });
    await expect
      .poll(async () => (await first()).json.data[0]?.id, { timeout: 2_000 })
      .toBe(ids.at(-1));
    const seen: string[] = [];
    let page = (await first()).json;
    for (;;) {
      seen.push(...page.data.map(({ id }: { id: string }) => id));
      if (page.next_cursor === null || seen.length > 6) break;
      page = (await api.call("GET", `/checks?limit=3&cursor=${page.next_cursor}`, { key })).json;
    }
    expect(seen.slice(0, 7)).toEqual(ids.toReversed());
    expect([...seen].sort().reverse()).toEqual(seen);
  });

  test("lists one terminal's", async ({ api }) => {
    const { id } = await run(api, DEMO.otherTerminal);
    const list = async () =>
      (await api.call("GET", `/checks?terminal_id=${DEMO.otherTerminal}`)).json.data;
    await expect.poll(async () => (await list())[0]?.id, { timeout: 2_000 }).toBe(id);
    for (const one of await list()) expect(one.terminal_id).toBe(DEMO.otherTerminal);
    const nobodys = await api.call("GET", "/checks?terminal_id=NOCHECKS");
    expect(nobodys.json).toEqual({ data: [], next_cursor: null });
  });

  test("422 to a limit or cursor that is none", async ({ api }) => {
    const wrong = ["limit=0", "limit=101", "limit=x", "limit=", "limit=1.5", "cursor=x", "cursor="];
    for (const query of [...wrong, "cursor=Y2hr", "terminal_id=x", "limit=1&limit=2"]) {
      const answer = await api.call("GET", `/checks?${query}`);
      expect([query, answer.status]).toEqual([query, 422]);
    }
  });

  test("answers HEAD as GET, without a body", async ({ api }) => {
    const answer = await api.call("HEAD", "/checks");
    expect([answer.status, answer.text]).toEqual([200, ""]);
  });
});
