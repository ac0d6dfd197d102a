import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";

const CODE = "TERMINAL_INACTIVE";

it.each(["inventory", "inactive", "lost", "retired"] as const)(
  "refuses one that is %s",
  (status) => {
    expect(sampleReasons(CODE, { terminal: { status } })).toMatchObject([
      {
        ...{
          severity: "block",
          owner: "terminal",
          cause: "terminal",
          action: "USE_OTHER_TERMINAL",
        },
        about: { kind: "status", status, statusReason: null },
      },
    ]);
  },
);

it("passes one that is deployed", () => {
  expect(sampleReasons(CODE)).toEqual([]);
});
