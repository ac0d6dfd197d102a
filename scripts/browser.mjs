import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { bin, run, say } from "./run.mjs";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** A browser of the system, which Playwright can drive; null when there is none. */
export const systemBrowser = () => SYSTEM_BROWSERS.find((file) => existsSync(file)) ?? null;

async function playwrightBrowser() {
  const { chromium } = await import("playwright");
  return existsSync(chromium.executablePath());
}

const hasChineseFont = () =>
  process.platform !== "linux" ||
  spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" }).stdout?.trim().length > 0;

async function aptInstall(...packages) {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-qq"], { quiet: true, env });
  return (await run("apt-get", ["install", "-y", "-qq", ...packages], { quiet: true, env })) === 0;
}

/** Finds a browser, downloads Playwright's, or installs the system's; and a Chinese font. */
export async function ensureBrowser() {
  if (!systemBrowser() && !(await playwrightBrowser())) {
    say("Installing a browser for the tests …");
    const downloaded =
      (await run(bin("playwright"), ["install", "chromium"], { quiet: true })) === 0;
    if (!downloaded && !(await aptInstall("chromium"))) {
      throw new Error("No browser: install chromium, or allow `npx playwright install chromium`.");
    }
  }
  if (!hasChineseFont() && !(await aptInstall("fontconfig", "fonts-noto-cjk"))) {
    say("No Chinese font was found; pictures will lack Chinese text.");
  }
}
