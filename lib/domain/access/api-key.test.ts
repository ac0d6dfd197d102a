import { describe, expect, it } from "vitest";
import type { Actor, Role } from "@/lib/domain/access/actor";
import { mayGiveRate } from "@/lib/domain/access/api-key";

const person = (merchantId: string, role: Role): Actor => ({
  ...{ kind: "user", userId: "usr_1", name: "Wang Chen", sessionId: "ses_1" },
  ...{ memberships: [{ merchantId, role }], passwordConfirmedAt: 0 },
});

describe("mayGiveRate", () => {
  it.each([
    [0, false],
    [1, true],
    [200, true],
    [201, false],
  ])("lets a merchant's owner give %d: %s", (rate, may) => {
    expect(mayGiveRate(person("898210154110002", "merchant_owner"), rate)).toBe(may);
  });

  it("lets the acquirer and the command line give any", () => {
    expect(mayGiveRate(person("acquirer", "acquirer_admin"), 0)).toBe(true);
    expect(mayGiveRate({ kind: "operator" }, 100_000)).toBe(true);
  });
});
