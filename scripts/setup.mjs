import { prepare } from "./install.mjs";
import { bin, must, root, run, say } from "./run.mjs";

process.env.INIT_CWD ??= process.cwd();
process.chdir(root);

/** npm that was killed cannot pass the signal on; the server then stops in order by itself. */
function stopWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
  }, 500).unref();
}

/** Runs one of Playwright's projects that a variable turns on. */
async function withBrowser(project, variable) {
  await commands.build();
  const { ensureBrowser } = await import("./browser.mjs");
  await ensureBrowser();
  const args = ["test", `--project=${project}`, "--no-deps"];
  await must(project, bin("playwright"), args, {
    env: { [variable]: process.env[variable] ?? "1" },
  });
}

const commands = {
  async start() {
    await prepare();
    const { build } = await import("./build.mjs");
    await build();
    say("Starting …");
    process.env.NODE_ENV = "production";
    process.setSourceMapsEnabled(true);
    stopWithParent();
    await import("../dist/server.mjs");
  },
  async dev() {
    await prepare();
    process.env.NODE_ENV = "development";
    const args = ["watch", "--conditions=react-server", "--exclude", ".data/**", "server.ts"];
    process.exitCode = await run(bin("tsx"), args);
  },
  async build() {
    await prepare();
    const { build } = await import("./build.mjs");
    await build();
  },
  async cli(args) {
    await prepare();
    const { buildCli } = await import("./build.mjs");
    await buildCli();
    process.env.NODE_ENV ??= "production";
    process.argv = [process.argv[0], "cli", ...args];
    await import("../dist/cli.mjs");
  },
  async verify() {
    await prepare();
    const { runSteps, FAST } = await import("./test.mjs");
    process.exitCode = await runSteps(FAST);
  },
  async test(args) {
    await prepare();
    const { runSteps, ALL } = await import("./test.mjs");
    if (args.includes("--full")) process.env.FULL = "1";
    process.exitCode = await runSteps(ALL);
  },
  async bench(args) {
    await commands.build();
    await must("bench", bin("tsx"), ["--conditions=react-server", "bench/run.ts", ...args]);
  },
  pictures: () => withBrowser("pictures", "PICTURES"),
  lighthouse: () => withBrowser("lighthouse", "LIGHTHOUSE"),
};

const [name = "", ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  say(`Unknown command "${name}". One of: ${Object.keys(commands).join(", ")}.`);
  process.exit(2);
}
command(args).catch((error) => {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
