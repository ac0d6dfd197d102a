import type { Browser, Page } from "@playwright/test";
import { openDemoDatabase } from "@/e2e/demo-database";
import { signInByForm } from "@/e2e/sign-in";
import type { Role } from "@/lib/domain/access/actor";

type OwnPerson = { email: string; name: string; role: Role };

/** People of a merchant made for one file of tests; they share the password of the demo world. */
export async function addPeople(merchantId: string, people: readonly OwnPerson[]): Promise<void> {
  const { client, close } = await openDemoDatabase();
  for (const { email, name, role } of people) {
    const userId = `usr_${email}`;
    await client.query(
      `insert into users (user_id, email, name, password_hash)
       select $1, $2, $3, password_hash from users where email = 'staff@sunrise.demo'`,
      [userId, email, name],
    );
    await client.query("insert into memberships (merchant_id, user_id, role) values ($1, $2, $3)", [
      merchantId,
      userId,
      role,
    ]);
  }
  await close();
}

/** A browser of somebody's own, signed in and met in this language whatever they chose before. */
export async function enterAs(browser: Browser, email: string, locale: string): Promise<Page> {
  const page = await (await browser.newContext({ locale })).newPage();
  await signInByForm(page, email);
  await page.context().addCookies([{ name: "locale", value: locale, url: page.url() }]);
  return page;
}
