import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, expect, test } from "@playwright/test";
import { SCENES } from "@/e2e/scenes";
import { findWorld } from "@/e2e/see-screens";
import { signInByRequest } from "@/e2e/sign-in";

// Installed for the run alone: it brings a hundred packages and asks a newer Node than the product.
const LIGHTHOUSE = "lighthouse@13.5.0";
const LEAST = 95;
const MAIN = ["merchant-home", "check", "queue", "review", "merchants"];
const CATEGORIES = ["performance", "accessibility", "best-practices"] as const;
const MOST_SCRIPT_BYTES = 180 * 1024;

type Report = {
  categories: Record<(typeof CATEGORIES)[number], { score: number }>;
  audits: {
    "network-requests": { details: { items: { resourceType: string; transferSize: number }[] } };
  };
};

const folder = mkdtempSync(path.join(tmpdir(), "headroom-lighthouse-"));

function look(url: string, cookie: string): Report {
  const headers = path.join(folder, "headers.json");
  const report = path.join(folder, "report.json");
  writeFileSync(headers, JSON.stringify({ cookie }));
  const flags = ["--headless=new", "--no-sandbox", "--disable-quic"].join(" ");
  const { status, stderr } = spawnSync(
    "npx",
    [
      ...["--yes", LIGHTHOUSE, url, "--quiet", "--preset=desktop", `--extra-headers=${headers}`],
      ...["--output=json", `--output-path=${report}`, `--chrome-flags=${flags}`],
      `--only-categories=${CATEGORIES.join(",")}`,
    ],
    { encoding: "utf8", env: { ...process.env, CHROME_PATH: browserPath() } },
  );
  expect(status, stderr).toBe(0);
  return JSON.parse(readFileSync(report, "utf8")) as Report;
}

const browserPath = () =>
  test.info().project.use.launchOptions?.executablePath ?? chromium.executablePath();

test.describe.configure({ timeout: 180_000 });

for (const scene of SCENES.filter(({ name }) => MAIN.includes(name))) {
  test(`${scene.name} scores at least ${LEAST}`, async ({ request, baseURL }) => {
    await signInByRequest(request, baseURL!, scene.as ?? "");
    const { cookies } = await request.storageState();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const { categories, audits } = look(baseURL! + scene.path(await findWorld()), cookie);
    const scores = CATEGORIES.map((category) => Math.round(categories[category].score * 100));
    const scripts = audits["network-requests"].details.items
      .filter(({ resourceType }) => resourceType === "Script")
      .reduce((sum, { transferSize }) => sum + transferSize, 0);
    console.log(
      `${scene.name}: ${CATEGORIES.map((category, n) => `${category} ${scores[n]}`).join(", ")};` +
        ` JavaScript ${Math.round(scripts / 1024)} kB`,
    );
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(LEAST);
    if (scene.name === "merchant-home") expect(scripts).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
  });
}
