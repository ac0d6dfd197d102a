import { test } from "@playwright/test";
import { SCENES } from "@/e2e/scenes";
import { DRESSES, seeScreens } from "@/e2e/see-screens";

// The README's; with PICTURES=all every screen in every dress, for looking through.
const SHOWN = new Set([
  ...["en.light.desktop", "zh-CN.light.desktop", "en.dark.desktop", "zh-CN.dark.phone"],
]);
const MAIN = new Set(["merchant-home", "check", "terminal", "limit-request", "queue", "review"]);
const isAll = process.env.PICTURES === "all";
const FOLDER = isAll ? "reports/pictures" : "docs/images";
const ONLY = process.env.SCENES?.split(",");

test.describe.configure({ mode: "serial", timeout: 900_000 });

const scenes = SCENES.filter(({ name }) =>
  isAll ? (ONLY?.includes(name) ?? true) : MAIN.has(name),
);
const dresses = DRESSES.filter(({ name }) => isAll || SHOWN.has(name));

for (const email of new Set(scenes.map(({ as }) => as))) {
  test(`what ${email ?? "a stranger"} sees`, ({ browser, baseURL }) =>
    seeScreens(email, {
      ...{ browser, baseURL, scenes, dresses },
      // The README shows the product as it is used every day.
      cookies: isAll ? {} : { tour: "hidden" },
      see: async (page, scene, dress) => {
        await page.screenshot({
          path: `${FOLDER}/${scene.name}.${dress.name}.png`,
          fullPage: isAll,
          animations: "disabled",
        });
      },
    }));
}
