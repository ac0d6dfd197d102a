import { expect, it } from "vitest";
import {
  countEffects,
  effectOfStatus,
  TERMINAL_STATUSES,
  terminalMayBecome,
} from "@/lib/domain/terminals/terminal-status";

const followers = (from: (typeof TERMINAL_STATUSES)[number]) =>
  TERMINAL_STATUSES.filter((to) => terminalMayBecome(from, to));

it("lets every status follow every other one, but none follow retired", () => {
  expect(followers("inventory")).toEqual(["deployed", "inactive", "lost", "retired"]);
  expect(followers("deployed")).toEqual(["inventory", "inactive", "lost", "retired"]);
  expect(followers("inactive")).toEqual(["inventory", "deployed", "lost", "retired"]);
  expect(followers("lost")).toEqual(["inventory", "deployed", "inactive", "retired"]);
  expect(followers("retired")).toEqual([]);
});

it("stops charges when a terminal leaves deployed, and lets them start when it becomes so", () => {
  expect(effectOfStatus("deployed", "lost")).toBe("stops");
  expect(effectOfStatus("lost", "deployed")).toBe("starts");
  expect(effectOfStatus("lost", "inactive")).toBe("none");
  expect(effectOfStatus("deployed", "deployed")).toBe("none");
});

it("counts what changes of status do to charges, and leaves out statuses that stay", () => {
  expect(
    countEffects([
      { from: "deployed", to: "lost" },
      { from: "deployed", to: "retired" },
      { from: "inactive", to: "deployed" },
      { from: "inactive", to: "lost" },
      { from: "lost", to: "lost" },
    ]),
  ).toEqual({ stops: 2, starts: 1, none: 1 });
});
