import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { ConflictError, InvalidError } from "@/lib/domain/errors";
import { runOnce } from "@/lib/use-cases/idempotency/run-once";
import { canonicalJson, type OnceRequest } from "@/lib/use-cases/once-request";
import { newId } from "@/lib/platform/ids";

const MID = "898210154110002";
const HOUR_MS = 3_600_000;

let db: TestDatabase;
let request: OnceRequest;
let now = Date.now();
beforeAll(async () => {
  db = await createTestDatabase();
  await db.owner.query("create table effects (id text)");
  await db.owner.query("grant insert on effects to headroom_app");
});
afterAll(() => db.drop());
beforeEach(() => {
  now = Date.now();
  request = { owner: "merchant", method: "POST", path: "/x", key: newId("req"), body: { a: 1 } };
});

const actor = { kind: "system" } as const;
const ctx = (): Ctx => ({ actor, now: () => new Date(now), requestId: "test" });

/** Leaves one row and answers how often it ran in this request. */
const effect =
  (answer: { status: number; body?: unknown }, fail?: Error) => async (inside: Ctx) => {
    await withMerchant(
      inside,
      MID,
      (open) => open.$executeRaw`insert into effects values (${request.key})`,
    );
    if (fail) throw fail;
    return answer;
  };

async function effects(): Promise<number> {
  const sql = "select count(*)::int as n from effects where id = $1";
  const { rows } = await db.owner.query<{ n: number }>(sql, [request.key]);
  return rows[0]?.n ?? 0;
}

const created = { status: 201, body: { id: "x", amount: { value: 2 ** 53 - 1 } } };
const code = (error: unknown) => (error as { code: string }).code;

describe("a request with an Idempotency-Key", () => {
  it("runs once and answers the same again", async () => {
    const first = await runOnce(ctx(), MID, request, effect(created));
    expect(first).toEqual({ answer: created, isReplay: false });
    const again = { ...request, body: { a: 1 } };
    expect(await runOnce(ctx(), MID, again, effect(created))).toEqual({
      answer: created,
      isReplay: true,
    });
    expect(await effects()).toBe(1);
  });

  it("is refused with another body", async () => {
    await runOnce(ctx(), MID, request, effect(created));
    const other = runOnce(ctx(), MID, { ...request, body: { a: 2 } }, effect(created));
    expect(await other.catch(code)).toBe("idempotency-key-reused");
  });

  it("is another one under another merchant, owner, method, path or key", async () => {
    await runOnce(ctx(), MID, request, effect(created));
    const others: [string, OnceRequest][] = [
      ["898210154110003", request],
      [MID, { ...request, owner: "acquirer" }],
      [MID, { ...request, method: "PUT" }],
      [MID, { ...request, path: "/y" }],
      [MID, { ...request, key: `${request.key}2` }],
    ];
    for (const [merchantId, other] of others) {
      const once = await runOnce(ctx(), merchantId, other, () => Promise.resolve({ status: 200 }));
      expect(once.isReplay).toBe(false);
    }
  });

  it("keeps a conflict that running brought up, without its effect", async () => {
    const conflict = new ConflictError("Open.", "limit-request-open", {
      limit_request_id: "lrq_1",
    });
    const first = await runOnce(ctx(), MID, request, effect(created, conflict));
    expect(first).toEqual({ refusal: conflict, isReplay: false });
    expect(await effects()).toBe(0);
    const again = await runOnce(ctx(), MID, request, effect(created));
    expect(again).toMatchObject({ isReplay: true, refusal: { code: "limit-request-open" } });
    expect("refusal" in again && again.refusal.extra).toEqual({ limit_request_id: "lrq_1" });
    expect(await effects()).toBe(0);
  });

  it.each([new InvalidError([]), new Error("broken")])(
    "keeps no other failure: %s",
    async (fail) => {
      await expect(runOnce(ctx(), MID, request, effect(created, fail))).rejects.toThrow(fail);
      expect(await effects()).toBe(0);
      expect((await runOnce(ctx(), MID, request, effect(created))).isReplay).toBe(false);
      expect(await effects()).toBe(1);
    },
  );

  it("survives a statement that failed inside it", async () => {
    const failing = async (inside: Ctx) => {
      await withMerchant(inside, MID, (open) => open.$executeRaw`select 1/0`).catch(
        () => undefined,
      );
      throw new ConflictError("Lost.");
    };
    expect(await runOnce(ctx(), MID, request, failing)).toMatchObject({ isReplay: false });
    expect(await runOnce(ctx(), MID, request, failing)).toMatchObject({ isReplay: true });
  });

  it("is remembered for 72 hours, and not a moment longer", async () => {
    await runOnce(ctx(), MID, request, effect(created));
    now += 72 * HOUR_MS - 1;
    expect((await runOnce(ctx(), MID, request, effect(created))).isReplay).toBe(true);
    now += 1;
    expect((await runOnce(ctx(), MID, request, effect(created))).isReplay).toBe(false);
    expect(await effects()).toBe(2);
  });

  it("has one effect when it comes a thousand times at once", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 1_000 }, () =>
        runOnce(ctx(), MID, request, effect(created)).then(
          (once) => (once.isReplay ? "replay" : "ran"),
          code,
        ),
      ),
    );
    expect(await effects()).toBe(1);
    expect(outcomes.filter((outcome) => outcome === "ran")).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(["ran", "idempotency-in-flight"]));
  });

  it("is in flight for another process while one runs it", async () => {
    const other = await db.owner.query(
      `select begin_once($1, 'merchant', 'POST', '/x', $2, now()) as begun`,
      [MID, request.key],
    );
    expect(other.rows[0]).toEqual({ begun: { state: "free" } });
    await db.owner.query("begin");
    await db.owner.query(`select begin_once($1, 'merchant', 'POST', '/x', $2, now())`, [
      MID,
      request.key,
    ]);
    const outcome = await runOnce(ctx(), MID, request, effect(created)).catch(code);
    await db.owner.query("rollback");
    expect(outcome).toBe("idempotency-in-flight");
    expect((await runOnce(ctx(), MID, request, effect(created))).isReplay).toBe(false);
  });

  it("repeats for a crowd at once", async () => {
    await runOnce(ctx(), MID, request, effect(created));
    const crowd = Array.from({ length: 15 }, () => runOnce(ctx(), MID, request, effect(created)));
    expect((await Promise.all(crowd)).every((once) => once.isReplay)).toBe(true);
  });
});

describe("canonical JSON", () => {
  it("is the same for equal values and tells others apart", () => {
    expect(canonicalJson({ b: [1, { d: null, c: "x" }], a: true })).toBe(
      canonicalJson(JSON.parse('{"a":true,"b":[1.0,{"c":"x","d":null}]}')),
    );
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
    expect(canonicalJson({ a: "1" })).not.toBe(canonicalJson({ a: 1 }));
    expect(canonicalJson(undefined)).toBe("null");
  });
});
