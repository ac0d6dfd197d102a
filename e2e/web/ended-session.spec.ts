import { expect, test } from "@playwright/test";
import { openDemoDatabase } from "@/e2e/demo-database";
import { signInByForm } from "@/e2e/sign-in";

test("a session that ended while the password was asked for leads back to sign-in", async ({
  page,
}) => {
  await signInByForm(page, "owner@lotus.demo");
  await page.goto("/team");
  const database = await openDemoDatabase();
  const change = (set: string) =>
    database.client.query(
      `update sessions set ${set} where session_id = (select s.session_id from sessions s
         join users u using (user_id) where u.email = 'owner@lotus.demo'
         order by s.created_at desc limit 1)`,
    );
  await change("password_confirmed_at = now() - interval '1 hour'");
  await page.getByRole("button", { name: "Invite somebody" }).click();
  await page.getByLabel("E-mail").fill("late@lotus.demo");
  await page.getByRole("button", { name: "Make the sign-up link" }).click();
  const password = page.getByRole("dialog").getByLabel("Password");
  await expect(password).toBeVisible();
  await change("revoked_at = now()");
  await password.fill("headroom-demo-2026");
  await password.press("Enter");
  const signIn = page.getByRole("alert").getByRole("link", { name: "Sign in" });
  await expect(signIn).toHaveAttribute("href", "/sign-in?next=%2Fteam");
  await database.close();
});
