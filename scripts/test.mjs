import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { bin, root, run } from "./run.mjs";

const REPORTS = path.join(root, "reports");

const check = (name, command, args) => ({
  name,
  async run() {
    const ok = (await run(bin(command), args)) === 0;
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  },
});

const readReport = (file) => JSON.parse(readFileSync(file, "utf8"));

/** A runner that failed without naming a failed test still counts as one failure. */
const counted = (code, passed, failed) => ({
  passed,
  failed: code !== 0 && failed === 0 ? 1 : failed,
});

const vitest = (name, args) => ({
  name,
  async run() {
    const file = path.join(REPORTS, "vitest.json");
    rmSync(file, { force: true });
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const code = await run(bin("vitest"), ["run", ...args, ...reporters]);
    const report = readReport(file);
    return counted(code, report.numPassedTests, report.numFailedTests);
  },
});

const playwright = {
  name: "api and browser tests",
  async run() {
    const { ensureBrowser } = await import("./browser.mjs");
    await ensureBrowser();
    const file = path.join(REPORTS, "playwright.json");
    rmSync(file, { force: true });
    const code = await run(bin("playwright"), ["test", "--reporter=list,json"], {
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    });
    const { stats } = readReport(file);
    const result = counted(code, stats.expected + stats.flaky, stats.unexpected);
    return { ...result, again: stats.flaky };
  },
};

const build = {
  name: "build",
  async run() {
    const steps = await import("./build.mjs");
    await steps.build();
    await steps.buildCli();
    return { passed: 1, failed: 0 };
  },
};

const ROOMS = ["app", "bench", "components", "e2e", "lib", "prisma", "scripts", "server.ts"];
const rooms = ROOMS.filter((room) => existsSync(path.join(root, room)));

// The slowest first, for they run two at a time; linting and types read what route types write.
const routeTypes = check("route types", "next", ["typegen"]);
const checks = [
  check("lint and walls", "eslint", ["--max-warnings=0", "."]),
  check("types", "tsc", ["--noEmit"]),
  check("format", "prettier", [
    "--check",
    "--cache",
    "--cache-strategy=content",
    "--log-level=warn",
    ".",
  ]),
  check("imports", "depcruise", ["--config", ".dependency-cruiser.cjs", "-T", "err", ...rooms]),
  check("dead code", "knip", []),
];

export const FAST = [routeTypes, [...checks, vitest("unit tests", ["--project=unit"])]];

export const ALL = [
  routeTypes,
  checks,
  vitest("unit, property and database tests", ["--coverage"]),
  build,
  playwright,
];

async function attempt(step) {
  process.stdout.write(`\n── ${step.name}\n`);
  const start = Date.now();
  const result = await step.run().catch((error) => {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1 };
  });
  return { ...result, name: step.name, seconds: ((Date.now() - start) / 1000).toFixed(1) };
}

const line = ({ name, passed, failed, seconds, again = 0 }) =>
  `${failed ? "✗" : "✓"} ${name}: ${passed} passed${again ? ` (${again} on a second run)` : ""}, ${failed} failed, ${seconds} s\n`;

async function attemptTwoAtATime(steps) {
  const waiting = [...steps];
  const results = [];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift())
      results.push(await attempt(step));
  };
  await Promise.all([lane(), lane()]);
  return results;
}

/** Runs every step, whatever fails; the last line counts them, the exit code tells. */
export async function runSteps(steps) {
  mkdirSync(REPORTS, { recursive: true });
  const results = [];
  for (const step of steps) {
    if (Array.isArray(step)) results.push(...(await attemptTwoAtATime(step)));
    else results.push(await attempt(step));
  }
  process.stdout.write(`\n${results.map(line).join("")}`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  process.stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed\n`);
  return sum("failed") === 0 ? 0 : 1;
}
