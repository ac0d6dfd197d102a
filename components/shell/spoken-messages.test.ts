import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const sources = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => /^(app|components)\/.*\.tsx?$/.test(file) && !/\.test\./.test(file));

const holding = (pattern: RegExp) =>
  sources.filter((file) => pattern.test(readFileSync(file, "utf8")));

it("lets the words travel in a file of each language, and with no page", () => {
  expect(holding(/NextIntlClientProvider/)).toEqual(["components/shell/spoken-messages.tsx"]);
  expect(holding(/^import (?!type).*"@\/lib\/i18n\/(messages\/|words-address)/m)).toEqual([
    "app/layout.tsx",
  ]);
});
