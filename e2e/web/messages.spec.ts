import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { addPeople } from "@/e2e/own-people";
import { signInByForm } from "@/e2e/sign-in";
import { strike } from "@/e2e/strike";
import type messages from "@/lib/i18n/messages/en.json";

const wordsOf = (locale: string) =>
  JSON.parse(readFileSync(`lib/i18n/messages/${locale}.json`, "utf8")) as typeof messages;
const en = wordsOf("en");
const zhCN = wordsOf("zh-CN");

// Compressed, with room for what a page says of itself; the words of one language alone are 30.
const MOST_BYTES = 24_000;

async function htmlOf(page: Page, path: string): Promise<string> {
  return (await page.context().request.get(path)).text();
}

for (const [locale, words] of Object.entries({ en, "zh-CN": zhCN })) {
  test.describe(locale, () => {
    test.use({ locale });

    test("a page brings its own words, and the others come in a file that is kept", async ({
      page,
    }) => {
      const files: string[] = [];
      page.on("response", (response) => {
        if (/\/(_next\/static|words)\//.test(response.url())) files.push(response.url());
      });
      await signInByForm(page, "owner@sunrise.demo");
      await page.goto("/check");
      await expect(page.locator("h1")).toHaveText(words.check.title);
      for (const path of ["/check", "/limits", "/sign-up"]) {
        const html = await htmlOf(page, path);
        expect(html).not.toContain(words.maintenance.lead);
        expect(gzipSync(html).byteLength, path).toBeLessThan(MOST_BYTES);
      }
      const bodies = await Promise.all(
        [...new Set(files)].map(async (url) => (await page.context().request.get(url)).text()),
      );
      const other = locale === "en" ? zhCN : en;
      expect(bodies.some((body) => body.includes(words.check.noTerminalHint))).toBe(true);
      expect(bodies.some((body) => body.includes(other.check.noTerminalHint))).toBe(false);
    });
  });
}

test.describe("in English", () => {
  test.use({ locale: "en" });

  test("what is typed outlives a change of language", async ({ page }) => {
    // Nobody else meets this person, whose language changes.
    const email = `reader-${Date.now()}@lotus.test`;
    await addPeople("898210158120004", [{ email, name: "Reader", role: "merchant_staff" }]);
    await signInByForm(page, email);
    await page.goto("/check");
    const amount = page.locator("main input[inputmode=decimal]");
    await amount.fill("123");
    await strike(page, "Control+k");
    await page.keyboard.type("中文");
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await expect(page.locator("h1")).toHaveText(zhCN.check.title);
    await expect(page.locator("main form button[type=submit]")).toHaveText(zhCN.check.submit);
    await expect(amount).toHaveValue(/^123/);
  });
});
