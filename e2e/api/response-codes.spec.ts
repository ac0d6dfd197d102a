import { expect, test } from "./fixtures";
import { describeRefusals } from "./refusals";

describeRefusals({
  method: "GET",
  path: "/response-codes",
  scope: null,
  isAboutMerchant: false,
  allow: "GET, HEAD",
});

test("GET /response-codes tells the acquirer's profile, or the one named, to any key", async ({
  api,
}) => {
  const key = await api.keyOf({ owner: "acquirer", scopes: ["checks:run"] });
  const own = (await api.call("GET", "/response-codes", { key })).json;
  expect(own.profile).toBe("catch_all");
  for (const profile of ["catch_all", "unionpay_v21", "unionpay_v20", "iso8583_1987"]) {
    const { json } = await api.call("GET", `/response-codes?profile=${profile}`, { key });
    expect(json.profile).toBe(profile);
    const codes: string[] = json.data.map(({ code }: { code: string }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(json.data[0]).toMatchObject({
      code: "00",
      category: "ok",
      meaning: { en: expect.stringMatching(/\w/), zh: expect.stringMatching(/\p{Script=Han}/u) },
      merchant_action: { en: expect.any(String), zh: expect.any(String) },
    });
  }
});

test("GET /response-codes 422 to a profile that is none", async ({ api }) => {
  for (const profile of ["mine", "", "x".repeat(100)]) {
    const answer = await api.call("GET", `/response-codes?profile=${profile}`);
    expect([answer.status, answer.json.errors[0].pointer]).toEqual([422, "/profile"]);
  }
});
