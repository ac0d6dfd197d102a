import { expect, it } from "vitest";
import { PROBLEMS } from "@/lib/contracts/problem";
import en from "@/lib/i18n/messages/en.json";

it("says of every problem of the API what it means", () => {
  expect(Object.keys(en.tryIt.problem).toSorted()).toEqual(Object.keys(PROBLEMS).toSorted());
});
