import { expect, test } from "@playwright/test";
import { signInByRequest } from "@/e2e/sign-in";

test("the pages next-auth brings along are not to be had", async ({ request }) => {
  for (const page of ["signin", "signout", "error", "verify-request"]) {
    const answer = await request.get(`/api/auth/${page}`, { maxRedirects: 0 });
    expect([page, answer.status(), answer.headers().location]).toEqual([page, 303, "/sign-in"]);
  }
  for (const path of ["callback/credentials", "providers", "nope"]) {
    expect((await request.get(`/api/auth/${path}`)).status(), path).toBe(404);
  }
});

test("its cookies are named as ours", async ({ request, baseURL }) => {
  await signInByRequest(request, baseURL!, "staff@sunrise.demo");
  const { cookies } = await request.storageState();
  expect(cookies.map(({ name }) => name).filter((name) => name.includes("next-auth"))).toEqual([]);
});

test("nothing is told of a session that was ended elsewhere", async ({ request, baseURL }) => {
  await signInByRequest(request, baseURL!, "staff@sunrise.demo");
  const kept = (await request.storageState()).cookies;
  expect(await (await request.get("/api/auth/session")).json()).toHaveProperty("expires");
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as {
    csrfToken: string;
  };
  await request.post("/api/auth/signout", { headers: { origin: baseURL! }, form: { csrfToken } });
  const cookie = kept.map(({ name, value }) => `${name}=${value}`).join("; ");
  const answer = await request.get("/api/auth/session", { headers: { cookie } });
  expect(await answer.json()).toEqual({});
});
