import { describe, expect, it } from "vitest";
import { limitRequestBody, toSubmission } from "@/lib/contracts/limit-request-submission";
import { InvalidError } from "@/lib/domain/errors";

const common = {
  requested: { max_count: 5 },
  justification: "We sell more on Saturdays.",
};

function targetOf(fields: object) {
  return toSubmission(limitRequestBody.parse({ ...common, currency: "CNY", ...fields })).target;
}

function faultsOf(fields: object): string[] {
  const parsed = limitRequestBody.safeParse({ ...common, ...fields });
  if (!parsed.success) return parsed.error.issues.map(({ path }) => `/${path.join("/")} schema`);
  try {
    toSubmission(parsed.data);
  } catch (error) {
    if (error instanceof InvalidError)
      return error.fields.map(({ pointer, code }) => `${pointer} ${code}`);
    throw error;
  }
  return [];
}

const merchant = { scope: "merchant", window: "daily", currency: "CNY" };

describe("a new limit", () => {
  it("may count weeks, rolling windows, a store's sales, hours and weekdays", () => {
    expect(targetOf({ scope: "store", store: "Main", window: "weekly" })).toMatchObject({
      ...{ scope: "store", store: "Main", terminalId: null, window: "weekly", windowSeconds: null },
    });
    const rolling = { scope: "terminal", terminal_id: "00018644", window: "rolling" };
    expect(targetOf({ ...rolling, window_seconds: 604_800 })).toMatchObject({
      ...{ scope: "terminal", store: null, terminalId: "00018644", windowSeconds: 604_800 },
    });
    const filters = { time_from: "22:00", time_to: "06:00", days_of_week: [7, 1, 7] };
    expect(targetOf({ scope: "merchant", window: "daily", filters })).toMatchObject({
      filters: {
        ...{ entryModes: [], fundingSources: [], cardOrigins: [] },
        ...{ timeFrom: "22:00", timeTo: "06:00", daysOfWeek: [1, 7] },
      },
    });
    const none = { time_from: null, time_to: null, days_of_week: [] };
    expect(targetOf({ scope: "merchant", window: "daily", filters: none })).toMatchObject({
      filters: { timeFrom: null, timeTo: null, daysOfWeek: [] },
    });
  });

  it.each([
    [{}, ["/scope required", "/window required", "/currency required"]],
    [{ ...merchant, scope: "terminal" }, ["/terminal_id required"]],
    [{ ...merchant, scope: "store" }, ["/store required"]],
    [{ ...merchant, store: "" }, ["/store schema"]],
    [{ ...merchant, terminal_id: "00018644" }, ["/terminal_id not_of_this_scope"]],
    [{ ...merchant, store: "Main" }, ["/store not_of_this_scope"]],
    [
      { ...merchant, scope: "terminal", store: "Main" },
      ["/terminal_id required", "/store not_of_this_scope"],
    ],
    [{ ...merchant, window: "rolling" }, ["/window_seconds required"]],
    [{ ...merchant, window: "rolling", window_seconds: 59 }, ["/window_seconds schema"]],
    [{ ...merchant, window: "rolling", window_seconds: 604_801 }, ["/window_seconds schema"]],
    [{ ...merchant, window_seconds: 60 }, ["/window_seconds not_of_this_window"]],
    [{ ...merchant, filters: { time_from: "09:00" } }, ["/filters/time_to required"]],
    [
      { ...merchant, filters: { time_from: null, time_to: "09:00" } },
      ["/filters/time_from required"],
    ],
    [
      { ...merchant, filters: { time_from: "09:00", time_to: "24:00" } },
      ["/filters/time_to schema"],
    ],
    [{ ...merchant, filters: { days_of_week: [8] } }, ["/filters/days_of_week/0 schema"]],
    [{ limit_id: "lim_1", window_seconds: 60 }, ["/window_seconds not_with_limit_id"]],
    [merchant, []],
    [{ limit_id: "lim_1" }, []],
  ])("%j: %j", (fields, faults) => {
    expect(faultsOf(fields)).toEqual(faults);
  });
});
