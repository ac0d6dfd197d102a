import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { systemBrowser } from "./scripts/browser.mjs";

const isRoot = process.getuid?.() === 0;

// The first process makes the folder and picks the port; its workers inherit both.
process.env.E2E_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), "headroom-e2e-"));
process.env.E2E_PORT ??= String(20_000 + (process.pid % 20_000));

const baseURL = `http://127.0.0.1:${process.env.E2E_PORT}`;
const executablePath = systemBrowser() ?? undefined;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL,
    actionTimeout: 15_000,
    trace: "retain-on-failure",
    timezoneId: "Asia/Shanghai",
    launchOptions: {
      executablePath,
      args: [
        "--disable-quic",
        "--disable-background-networking",
        ...(isRoot ? ["--no-sandbox"] : []),
      ],
    },
  },
  projects: [
    { name: "api", testDir: "e2e/api" },
    // Recording every run takes a third of the time; who needs a second run is recorded, named and counted.
    // The others have none: what random crashes find once is found.
    {
      name: "web",
      testDir: "e2e/web",
      retries: 1,
      use: { ...devices["Desktop Chrome"], trace: "on-first-retry" },
    },
    // Changes the demo world's own limits, so it comes when nobody else counts on them.
    {
      name: "story",
      testDir: "e2e/story",
      use: devices["Desktop Chrome"],
      dependencies: ["api", "web"],
    },
    { name: "crash", testDir: "e2e/crash", dependencies: ["api", "web"] },
    // Measures, so it comes when nothing else runs.
    { name: "crowd", testDir: "e2e/crowd", dependencies: ["story", "crash"] },
    ...(process.env.LIGHTHOUSE ? [{ name: "lighthouse", testDir: "e2e/lighthouse" }] : []),
    ...(process.env.PICTURES
      ? [{ name: "pictures", testDir: "e2e/pictures", use: devices["Desktop Chrome"] }]
      : []),
  ],
  webServer: {
    command: "node dist/server.mjs",
    url: `${baseURL}/readyz`,
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    stdout: "ignore",
    stderr: "pipe",
    env: {
      NODE_ENV: "production",
      PORT: process.env.E2E_PORT,
      HEADROOM_DATA_DIR: process.env.E2E_DATA_DIR,
      METRICS_TOKEN: "metrics-token-of-the-tests",
    },
  },
});
