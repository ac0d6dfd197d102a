import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { pagesWithoutScene, roleScenes } from "@/e2e/role-scenes";
import { SCENES } from "@/e2e/scenes";
import { DRESSES, seeScreens } from "@/e2e/see-screens";

// Once per page; every page of every role in every language, theme and width by `npm run test:full`.
const isFull = process.env.FULL !== undefined;
const dresses = DRESSES.filter(({ name }) => isFull || name === "zh-CN.dark.desktop");
const scenes = isFull ? [...SCENES, ...roleScenes()] : SCENES;

// The reference of the API shows a hundred operations and shapes by the same two parts.
const ALIKE = "main article ~ article";

// A stop before and after what lies over a page, which hands the focus on.
const FOCUS_GUARD = "[data-base-ui-focus-guard]";

test.describe.configure({ mode: "parallel", timeout: 600_000 });

test("every page has a scene", () => expect(pagesWithoutScene()).toEqual([]));

for (const email of new Set(scenes.map(({ as }) => as))) {
  for (const dress of dresses) {
    test(`axe finds nothing on what ${email ?? "a stranger"} sees, ${dress.name}`, ({
      browser,
      baseURL,
    }) =>
      seeScreens(email, {
        ...{ browser, baseURL, scenes, dresses: [dress] },
        see: async (page, scene) => {
          const axe = new AxeBuilder({ page }).exclude(FOCUS_GUARD);
          if (!isFull) axe.exclude(ALIKE);
          // A menu that is open lies over the page, outside of its landmarks.
          if ((await page.getByRole("menu").count()) > 0) axe.disableRules("region");
          const { violations } = await axe.analyze();
          expect.soft(violations, scene.name).toEqual([]);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect.soft(overflow, `${scene.name} is wider than the screen`).toBe(0);
        },
      }));
  }
}
