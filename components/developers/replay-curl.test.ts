import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { replayCurl } from "@/components/developers/replay-curl";

const SITE = "https://pay.example.test";

it("says a read again", () => {
  const request = { method: "GET", path: "/api/v1/limits?limit=5", body: null };
  expect(replayCurl(request, SITE)).toBe(
    `curl -X GET 'https://pay.example.test/api/v1/limits?limit=5' \\
  -H "Authorization: Bearer $HEADROOM_KEY"`,
  );
});

it("says a check again, and a reservation with a new idempotency key", () => {
  const body = `{"terminal_id":"00018644"}`;
  const check = replayCurl({ method: "POST", path: "/api/v1/checks", body }, SITE);
  expect(check).not.toContain("Idempotency-Key");
  expect(check).toContain(`-d '{"terminal_id":"00018644"}'`);
  const hold = replayCurl({ method: "POST", path: "/api/v1/reservations", body }, SITE);
  expect(hold).toContain(`-H "Idempotency-Key: $(uuidgen)"`);
});

it("hands the shell each argument exactly as it was, quotes, dollars and line ends included", () => {
  const body = `{"text":"it's $HOME \`id\` \\"\\\\ \\n 文字"}`;
  const command = replayCurl({ method: "POST", path: "/api/v1/checks?a='$(id)'", body }, SITE);
  const said = execFileSync("sh", ["-c", command.replace(/^curl/, `printf '%s\\0'`)], {
    env: { ...process.env, HEADROOM_KEY: "hr_live_x" },
    encoding: "utf8",
  }).split("\0");
  expect(said).toEqual([
    ...["-X", "POST", `${SITE}/api/v1/checks?a='$(id)'`, "-H", "Authorization: Bearer hr_live_x"],
    ...["-H", "Content-Type: application/json", "-d", body, ""],
  ]);
});
