import { DEMO, expect, test } from "./fixtures";
import { describeRefusals } from "./refusals";

describeRefusals({
  method: "GET",
  path: "/compliance",
  scope: "compliance:read",
  allow: "GET, HEAD",
});

test("GET /compliance tells switches and requirements", async ({ api }) => {
  const { json } = await api.call("GET", "/compliance");
  const on = { status: "enabled", reason: null, since: expect.stringMatching(/\+08:00$/) };
  expect(json).toMatchObject({
    ...{ payment_acceptance: on, settlement: on, compliance_status: "compliant" },
    requirements: expect.arrayContaining([
      expect.objectContaining({ code: "business_license", status: "satisfied" }),
    ]),
  });
});

test("GET /compliance tells what is past due and what it stops", async ({ api }) => {
  const key = await api.keyOf({ owner: "acquirer" });
  const path = `/compliance?merchant_id=${DEMO.pastDue.merchant}`;
  const { json } = await api.call("GET", path, { key });
  expect(json.compliance_status).toBe("past_due");
  const late = json.requirements.filter(({ status }: { status: string }) => status === "past_due");
  expect(late).toMatchObject([{ affects: expect.arrayContaining(["payment_acceptance"]) }]);
  expect(Date.parse(late[0].due_at)).toBeLessThan(Date.now());
});

test("GET /compliance leaves the switches of a suspended merchant as they are", async ({ api }) => {
  const key = await api.keyOf({ owner: DEMO.suspended.merchant });
  const { json } = await api.call("GET", "/compliance", { key });
  expect(json).toMatchObject({
    payment_acceptance: { status: "enabled" },
    settlement: { status: "enabled" },
  });
});
