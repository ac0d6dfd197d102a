import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "");

const sources = files.filter((file) => /\.(ts|tsx|mjs|css|sql)$/.test(file));
const read = (file: string) => readFileSync(file, "utf8");
const isTest = (file: string) => /\.(test|spec)\.tsx?$/.test(file);

/** Acts that have immutable records of their own and write no audit event. */
const WITHOUT_AUDIT = new Set([
  "lib/use-cases/users/set-preferences.ts",
  "lib/use-cases/tables/set-table-layout.ts",
  "lib/use-cases/tables/set-table-view.ts",
  "lib/use-cases/tables/delete-table-view.ts",
  "lib/use-cases/checks/run-check.ts",
  "lib/use-cases/transactions/record-transactions.ts",
  "lib/use-cases/heartbeats/record-heartbeat.ts",
  "lib/use-cases/notifications/mark-notifications-read.ts",
  "lib/use-cases/notifications/set-notification-preference.ts",
  "lib/use-cases/idempotency/run-once.ts",
]);

/** Acts that establish who somebody is before there is an actor to ask. */
const SELF_AUTHORIZED = new Set([
  "lib/use-cases/acquirer/get-acquirer-name.ts",
  "lib/use-cases/idempotency/run-once.ts",
  "lib/use-cases/installation/get-readiness.ts",
  "lib/use-cases/sessions/end-session.ts",
  "lib/use-cases/sessions/resume-session.ts",
  "lib/use-cases/sessions/sign-in.ts",
  "lib/use-cases/users/get-sign-up-link.ts",
  "lib/use-cases/users/redeem-sign-up-link.ts",
]);

const WRITES =
  /\b(insert|update|create|record|set|mark|delete|append|open|revoke)[A-Z]\w*\(\s*(db|ctx\.open)/;

describe("the house", () => {
  it("has no drawers", () => {
    const drawers =
      /(^|\/)(utils?|helpers?|hooks|types|services|constants|common|shared|misc|src)(\/|\.tsx?$)/;
    expect(files.filter((file) => drawers.test(file))).toEqual([]);
  });

  it("has no barrels", () => {
    expect(files.filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual([]);
  });

  it("names files in kebab-case after what they hold", () => {
    const named = /^[a-zA-Z0-9[\]().-]+$/;
    const odd = sources.filter((file) =>
      file.split("/").some((part) => !named.test(part.replace(/^_/, ""))),
    );
    expect(odd.filter((file) => !file.startsWith("prisma/migrations/"))).toEqual([]);
  });

  it("keeps the failure code of the field out of the code", () => {
    const allowed =
      /^(prisma\/|lib\/domain\/response-codes\/|lib\/i18n\/|e2e\/|components\/|docs\/)/;
    const hits = sources.filter(
      (file) => !allowed.test(file) && !isTest(file) && /["'`]21["'`]/.test(read(file)),
    );
    expect(hits).toEqual([]);
  });

  it("speaks of no machine and no registry", () => {
    const words = new RegExp(["/wo" + "rk/", "/tmp/" + "hr", "registry\\.npm" + "js"].join("|"));
    expect(
      files.filter((file) => /\.(png|ico|webp)$/.test(file) === false && words.test(read(file))),
    ).toEqual([]);
  });
});

describe("use-cases", () => {
  const acts = files.filter(
    (file) => /^lib\/use-cases\/[^/]+\/[^/]+\.ts$/.test(file) && !isTest(file),
  );

  it("authorize before anything else", () => {
    const open = acts.filter((file) => !/\bauthorize\w*\(/.test(read(file)));
    expect(open.filter((file) => !SELF_AUTHORIZED.has(file))).toEqual([]);
  });

  it("record an audit event when they write", () => {
    const silent = acts.filter((file) => {
      const text = read(file);
      return WRITES.test(text) && !/recordAuditEvent\w*\(/.test(text) && !WITHOUT_AUDIT.has(file);
    });
    expect(silent).toEqual([]);
  });
});
