import { expect, it } from "vitest";
import { grantsByGroup } from "@/lib/domain/access/permission-groups";
import { PERMISSIONS } from "@/lib/domain/access/permissions";

it("groups every permission of people and keys once, and none of machines", () => {
  const shown = grantsByGroup().flatMap(({ permissions }) => permissions);
  expect(new Set(shown).size).toBe(shown.length);
  const left = Object.keys(PERMISSIONS).filter((one) => !(shown as string[]).includes(one));
  expect(left).toEqual(["limit_requests.settle", "registry.import", "upkeep.run"]);
});
