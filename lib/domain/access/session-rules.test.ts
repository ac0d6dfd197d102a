import { describe, expect, it } from "vitest";
import { ACQUIRER } from "@/lib/domain/ids";
import { idleMsOf, isSessionLive, SESSION_ABSOLUTE_MS } from "@/lib/domain/access/session-rules";
import type { Membership } from "@/lib/domain/access/actor";

const MINUTE_MS = 60_000;
const OWNER: Membership[] = [{ merchantId: "898210154110002", role: "merchant_owner" }];
const REVIEWER: Membership[] = [{ merchantId: ACQUIRER, role: "acquirer_reviewer" }];
const session = { lastActiveAt: 0, expiresAt: SESSION_ABSOLUTE_MS, revokedAt: null };

describe("a session", () => {
  it("of the acquirer rests 15 minutes, less a millisecond", () => {
    expect(isSessionLive(session, REVIEWER, 15 * MINUTE_MS - 1)).toBe(true);
    expect(isSessionLive(session, REVIEWER, 15 * MINUTE_MS)).toBe(false);
  });

  it("of a merchant rests until its absolute end", () => {
    expect(isSessionLive(session, OWNER, SESSION_ABSOLUTE_MS - 1)).toBe(true);
    expect(isSessionLive(session, OWNER, SESSION_ABSOLUTE_MS)).toBe(false);
  });

  it("ends after 12 hours however busy it is", () => {
    const busy = { ...session, lastActiveAt: SESSION_ABSOLUTE_MS - 1 };
    expect(isSessionLive(busy, OWNER, SESSION_ABSOLUTE_MS)).toBe(false);
    expect(isSessionLive(busy, REVIEWER, SESSION_ABSOLUTE_MS)).toBe(false);
  });

  it("ends when it is revoked", () => {
    expect(isSessionLive({ ...session, revokedAt: 1 }, OWNER, 2)).toBe(false);
  });

  it("of a person with both kinds of role rests 15 minutes", () => {
    expect(idleMsOf([...OWNER, ...REVIEWER])).toBe(15 * MINUTE_MS);
  });
});
