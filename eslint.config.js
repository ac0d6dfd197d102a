import boundaries from "eslint-plugin-boundaries";
import nextVitals from "eslint-config-next/core-web-vitals";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

// First match wins, so a room inside a room comes first.
const ROOMS = [
  ["ui", "components/ui"],
  ["components", "components"],
  ["app", "app"],
  ["generated", "lib/data/generated"],
  ["domain", "lib/domain"],
  ["contracts", "lib/contracts"],
  ["data", "lib/data"],
  ["use-cases", "lib/use-cases"],
  ["auth", "lib/auth"],
  ["http", "lib/http"],
  ["jobs", "lib/jobs"],
  ["i18n", "lib/i18n"],
  ["platform", "lib/platform"],
  ["prisma", "prisma"],
  ["e2e", "e2e"],
  ["bench", "bench"],
  ["scripts", "scripts"],
];

const MAY_IMPORT = {
  domain: ["domain"],
  contracts: ["contracts", "domain"],
  data: ["data", "domain", "platform", "prisma", "generated"],
  generated: ["generated"],
  "use-cases": ["use-cases", "domain", "data", "platform"],
  auth: ["auth", "domain", "data", "platform", "use-cases"],
  http: ["http", "domain", "contracts", "auth", "use-cases", "i18n", "platform"],
  jobs: ["jobs", "domain", "data", "use-cases", "i18n", "platform"],
  i18n: ["i18n", "domain"],
  platform: ["platform"],
  ui: ["ui"],
  components: ["components", "ui", "contracts", "domain", "i18n"],
  app: [
    "app",
    "components",
    "ui",
    "contracts",
    "domain",
    "use-cases",
    "auth",
    "http",
    "i18n",
    "platform",
  ],
  prisma: ["prisma", "domain"],
  e2e: ["e2e", "domain", "contracts", "prisma"],
  bench: ROOMS.map(([type]) => type),
  scripts: ROOMS.map(([type]) => type),
};

const policies = Object.entries(MAY_IMPORT).map(([type, types]) => ({
  from: { element: { type } },
  allow: { to: { element: { types: { anyOf: types } } } },
}));

const noPackages = (type, sources, why) => ({
  from: { element: { type } },
  disallow: { to: { module: { source: sources } } },
  message: why,
});

export default defineConfig(
  globalIgnores([
    ...["**/.next/**", "dist/**", "lib/data/generated/**", "next-env.d.ts", "reports/**"],
    ...[
      "**/*.json",
      "coverage/**",
      ".stryker-tmp/**",
      ".data/**",
      "test-results/**",
      "playwright-report/**",
    ],
  ]),
  { files: ["app/**", "components/**"], extends: [nextVitals] },
  ...tseslint.configs.strict,
  {
    plugins: { boundaries },
    settings: {
      "boundaries/elements": ROOMS.map(([type, pattern]) => ({ type, pattern })),
      "import/resolver": { typescript: { alwaysTryTypes: true } },
    },
    rules: {
      "boundaries/dependencies": [
        "error",
        {
          default: "disallow",
          checkAllOrigins: true,
          policies: [
            { allow: { to: { module: { origin: ["external", "core"] } } } },
            ...policies,
            noPackages(
              "domain",
              ["zod", "node:*", "@prisma/*", "pg", "next", "next/*", "react"],
              "The domain is pure.",
            ),
            noPackages(
              "contracts",
              ["@prisma/*", "pg", "next", "next/*", "react"],
              "Contracts are vocabulary.",
            ),
            noPackages(
              "use-cases",
              ["next", "next/*", "react", "hono", "hono/*", "pg", "@prisma/*"],
              "Use-cases know no edge.",
            ),
            noPackages("ui", ["next-auth", "@prisma/*", "pg"], "Primitives only draw."),
            noPackages("components", ["next-auth", "@prisma/*", "pg"], "Components only draw."),
            noPackages("app", ["@prisma/*", "pg"], "Pages compose."),
          ],
        },
      ],
      "max-lines": ["error", { max: 250, skipBlankLines: false, skipComments: false }],
      "max-lines-per-function": ["error", { max: 60 }],
      complexity: ["error", 15],
      "no-console": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: "The environment is read in lib/platform/env.ts only.",
        },
      ],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-dynamic-delete": "off",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
    },
  },
  { files: ["**/*.tsx"], rules: { "max-lines-per-function": ["error", { max: 120 }] } },
  {
    files: ["lib/domain/**"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "Time is passed in." },
        { object: "Math", property: "random", message: "The domain is deterministic." },
      ],
    },
  },
  {
    files: ["**/*.test.{ts,tsx}", "e2e/**", "bench/**"],
    rules: {
      "max-lines-per-function": "off",
      "max-lines": "off",
      "boundaries/dependencies": "off",
      "no-console": "off",
    },
  },
  {
    files: [
      ...[
        "lib/platform/env.ts",
        "lib/platform/embedded-postgres/binaries.ts",
        "lib/data/test-*.ts",
      ],
      ...["**/*.mjs", "*.config.*", "**/*.test.{ts,tsx}", "e2e/**", "bench/**", "prisma.config.ts"],
    ],
    rules: { "no-restricted-syntax": "off" },
  },
);
