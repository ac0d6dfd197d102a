import { expect, it } from "vitest";
import { PROPOSAL_PLACES, proposalPlace } from "@/lib/domain/settings/proposals";
import { PROPOSED_KINDS } from "@/lib/domain/settings/settings-change";

it("confirms every kind somewhere, and at every place something", () => {
  expect(proposalPlace("limit_template")).toBe("limitTemplates");
  expect(proposalPlace("roles")).toBe("people");
  expect(proposalPlace("invitation")).toBe("people");
  expect(proposalPlace("four_eyes_threshold")).toBe("settings");
  expect(new Set(PROPOSED_KINDS.map(proposalPlace))).toEqual(new Set(PROPOSAL_PLACES));
});
