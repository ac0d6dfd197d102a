import { NextRequest } from "next/server";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { GET } from "@/app/csv/[table]/route";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestMerchant, insertTestUser } from "@/lib/data/test-merchants";
import { completeEnv } from "@/lib/platform/env";

const SECRET = "a secret of the tests, long enough to be one";
const [ONE, OTHER, STRANGE] = ["898210154110002", "898210154110003", "898210154110004"];
const TIDS = { [ONE]: "00018644", [OTHER]: "00018645", [STRANGE]: "00018646" };

const cookies = vi.hoisted(() => new Map<string, string>());

vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (cookies.has(name) ? { name, value: cookies.get(name) } : undefined),
  }),
  headers: async () => new Headers({ "user-agent": "test" }),
}));
vi.mock("next-intl/server", () => ({
  getLocale: async () => "en",
  getTranslations: async () => (word: string) => word,
}));

let db: TestDatabase;

beforeAll(async () => {
  completeEnv({ AUTH_SECRET: SECRET });
  db = await createTestDatabase();
  for (const [merchantId, terminalId] of Object.entries(TIDS)) {
    await insertTestMerchant(db.owner, { merchantId, terminalId });
  }
  const { userId } = await insertTestUser(db.owner, "Boss", ONE, "merchant_owner");
  await db.owner.query("insert into memberships values ($1, $2, 'merchant_owner')", [
    OTHER,
    userId,
  ]);
  await db.owner.query(
    "insert into sessions (session_id, user_id, expires_at) values ('ses_1', $1, now() + interval '1 hour')",
    [userId],
  );
  cookies.set("headroom-session", await encode({ token: { sid: "ses_1" }, secret: SECRET }));
});
afterAll(() => db.drop());

async function fileOf(query: string) {
  const request = new NextRequest(`http://localhost/csv/terminals${query}`);
  const answer = await GET(request, { params: Promise.resolve({ table: "terminals" }) });
  const text = await answer.text();
  return {
    status: answer.status,
    tids: Object.values(TIDS).filter((terminalId) => text.includes(terminalId)),
  };
}

it("holds the rows of the merchant its page shows, whichever was chosen since", async () => {
  for (const chosen of [ONE, OTHER]) {
    cookies.set("merchant", chosen);
    expect(await fileOf(`?merchant=${ONE}`)).toEqual({ status: 200, tids: [TIDS[ONE]] });
    expect(await fileOf(`?merchant=${OTHER}`)).toEqual({ status: 200, tids: [TIDS[OTHER]] });
    expect(await fileOf("")).toEqual({ status: 200, tids: [TIDS[chosen]] });
  }
});

it("is nobody's whose merchant is not the reader's own", async () => {
  for (const merchant of [STRANGE, "acquirer", "x"]) {
    expect(await fileOf(`?merchant=${merchant}`)).toEqual({ status: 404, tids: [] });
  }
});
