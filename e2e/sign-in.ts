import { type APIRequestContext, expect, type Page } from "@playwright/test";

export const DEMO_PASSWORD = process.env.HEADROOM_DEMO_PASSWORD ?? "headroom-demo-2026";

/** Signs in without a browser; the context keeps the cookie. */
export async function signInByRequest(
  request: APIRequestContext,
  baseURL: string,
  email: string,
): Promise<void> {
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as {
    csrfToken: string;
  };
  const answer = await request.post("/api/auth/callback/credentials", {
    headers: { origin: baseURL },
    form: { csrfToken, email, password: DEMO_PASSWORD, json: "true" },
  });
  expect(answer.status()).toBe(200);
}

/** Signs in as people do; the page ends where their role starts. */
export async function signInByForm(
  page: Page,
  email: string,
  password: string = DEMO_PASSWORD,
): Promise<void> {
  await page.goto("/sign-in");
  await page.locator("input[type=email]").fill(email);
  await page.locator("input[type=password]").fill(password);
  // The form may be drawn as the page that follows before the browser goes there.
  const loaded = page.waitForEvent("load");
  await page.locator("button[type=submit]").click();
  await loaded;
  await page.waitForURL((url) => !["/sign-in", "/"].includes(url.pathname));
}
