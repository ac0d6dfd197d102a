import { expect, it } from "vitest";
import { ROLES, type Role } from "@/lib/domain/access/actor";
import { type Place, placeAt, placeOf, placesFor, type Side } from "@/lib/domain/access/places";

const sideOf = (role: Role): Side => (role.startsWith("merchant_") ? "merchant" : "acquirer");
const standing = (role: Role, stands: "bar" | "found") =>
  placesFor(sideOf(role), [role]).filter((place) => placeOf(place).stands === stands);

it.each<[Role, Place[]]>([
  ["merchant_owner", ["home", "terminals", "check", "limitRequests", "compliance"]],
  ["merchant_staff", ["home", "terminals", "check", "limitRequests", "compliance"]],
  ["acquirer_reviewer", ["desk", "queue", "merchants", "registry", "maintenance"]],
  ["auditor", ["desk", "queue", "merchants", "registry", "maintenance"]],
])("the bar of %s", (role, places) => {
  expect(standing(role, "bar")).toEqual(places);
});

it.each<[Role, Place[], Place[]]>([
  ["merchant_owner", ["team", "merchantKeys", "limits"], ["people", "audit", "desk"]],
  ["merchant_staff", ["limits", "requestLog", "developers"], ["team", "merchantKeys"]],
  ["acquirer_reviewer", ["limitTemplates", "account"], ["people", "audit", "system", "home"]],
  ["acquirer_approver", ["people", "audit", "acquirerKeys"], ["system"]],
  ["acquirer_admin", ["people", "audit", "acquirerKeys", "system"], ["team"]],
  ["auditor", ["audit", "system", "acquirerKeys"], ["people"]],
])("%s may go to %j and not to %j", (role, may, mayNot) => {
  const places = placesFor(sideOf(role), [role]);
  expect(places).toEqual(expect.arrayContaining(may));
  expect(places.filter((place) => mayNot.includes(place))).toEqual([]);
});

it("leads nobody anywhere without a role there", () => {
  expect(placesFor("acquirer", [])).toEqual([]);
});

it("has at most five places in a bar, and one place for a letter", () => {
  for (const role of ROLES) {
    const places = placesFor(sideOf(role), [role]);
    const letters = places.map((place) => placeOf(place).key).filter(Boolean);
    expect(new Set(letters).size, role).toBe(letters.length);
    expect(standing(role, "bar").length, role).toBeLessThanOrEqual(5);
  }
});

it.each<[string, Place | null]>([
  ["/check", "check"],
  ["/check/many", "checkMany"],
  ["/limit-requests/new", "limitRequests"],
  ["/checks", null],
])("%s belongs to %s", (path, place) => {
  expect(placeAt(path, placesFor("merchant", ["merchant_owner"]))).toBe(place);
});
