import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { SCENES } from "@/e2e/scenes";
import { DRESSES, seeScreens } from "@/e2e/see-screens";

// Once per page; in every language, theme and width by `npm run test:full`.
const dresses = DRESSES.filter(
  ({ name }) => process.env.FULL !== undefined || name === "zh-CN.dark.desktop",
);

// The reference of the API shows a hundred operations and shapes by the same two parts.
const ALIKE = "main article ~ article";

test.describe.configure({ timeout: 600_000 });

for (const email of new Set(SCENES.map(({ as }) => as))) {
  test(`axe finds nothing on what ${email ?? "a stranger"} sees`, ({ browser, baseURL }) =>
    seeScreens(email, {
      ...{ browser, baseURL, scenes: SCENES, dresses },
      see: async (page, scene, dress) => {
        const axe = new AxeBuilder({ page });
        if (process.env.FULL === undefined) axe.exclude(ALIKE);
        const { violations } = await axe.analyze();
        expect(violations, `${scene.name} ${dress.name}`).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${scene.name} ${dress.name} is wider than the screen`).toBe(0);
      },
    }));
}
