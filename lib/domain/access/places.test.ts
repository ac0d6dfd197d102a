import { expect, it } from "vitest";
import type { Role } from "@/lib/domain/access/actor";
import { acquirerPlaces } from "@/lib/domain/access/places";

it.each<[Role[], string[]]>([
  [["acquirer_reviewer"], ["queue", "merchants"]],
  [["acquirer_approver"], ["queue", "merchants", "audit"]],
  [["acquirer_admin"], ["merchants", "audit"]],
  [["auditor"], ["merchants", "audit"]],
  [
    ["auditor", "acquirer_reviewer"],
    ["queue", "merchants", "audit"],
  ],
  [["merchant_owner"], []],
])("%j may go to %j", (roles, places) => {
  expect(acquirerPlaces(roles)).toEqual(places);
});
