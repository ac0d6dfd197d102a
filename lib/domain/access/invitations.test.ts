import { expect, it } from "vitest";
import { mayBeInvited } from "@/lib/domain/access/invitations";

it("invites an e-mail that no role goes with, and nobody who was deactivated", () => {
  const role = { merchantId: "898210154110002", role: "merchant_staff" } as const;
  expect(mayBeInvited({ isDeactivated: false, memberships: [] })).toBe(true);
  expect(mayBeInvited({ isDeactivated: false, memberships: [role] })).toBe(false);
  expect(mayBeInvited({ isDeactivated: true, memberships: [] })).toBe(false);
});
