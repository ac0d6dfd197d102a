import { describe, expect, it } from "vitest";
import { comingChange, type PendingRequest } from "@/lib/domain/limit-requests/coming-change";

const values = (maxAmountMinor: number) => ({
  maxAmountMinor,
  maxCount: null,
  minAmountMinor: null,
});
const request = (more: Partial<PendingRequest>): PendingRequest => ({
  ...{ limitRequestId: "lrq_1", state: "submitted", requested: values(80) },
  ...{ approved: null, approvedStartsAt: null },
  ...more,
});

describe("what a limit will become", () => {
  it("is what is asked for while nothing is decided", () => {
    expect(comingChange(request({}), 10)).toEqual({ values: values(80), approvedFrom: null });
  });

  it("is what was approved, from its start, while that is to come", () => {
    const approved = request({
      ...{ state: "partially_approved", approved: values(60), approvedStartsAt: 11 },
    });
    expect(comingChange(approved, 10)).toEqual({ values: values(60), approvedFrom: 11 });
    expect(comingChange(approved, 11)).toBeNull();
  });

  it("of a tightening to come is what was asked for", () => {
    const tightening = request({ state: "scheduled", approvedStartsAt: 11 });
    expect(comingChange(tightening, 10)).toEqual({ values: values(80), approvedFrom: 11 });
  });
});
