const tests = "\\.(test|spec)\\.tsx?$|^lib/(data|use-cases|domain/limit-check)/test-";
const entries =
  "^app/|^server\\.ts$|^proxy\\.ts$|^scripts/|^e2e/|^bench/|\\.d\\.ts$|(^|/)(next|vitest|playwright|prisma|eslint|postcss|stryker)[^/]*config|^lib/i18n/request\\.ts$|^lib/jobs/tasks/";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, pathNot: [entries, tests] },
      to: {},
    },
    {
      name: "components-never-reach-data",
      comment: "Not even through something else: what is drawn arrives as props.",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^lib/(data|use-cases|auth|http|jobs)/|^prisma/", reachable: true },
    },
    {
      name: "use-cases-stand-alone",
      severity: "error",
      from: { path: "^lib/use-cases/[^/]+/", pathNot: tests },
      to: { path: "^lib/use-cases/[^/]+/" },
    },
    {
      name: "tests-are-not-imported",
      severity: "error",
      from: { pathNot: [tests, "^e2e/", "^vitest"] },
      to: { path: tests },
    },
    {
      name: "resolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^server-only$|^\\.\\./dist/" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^lib/data/generated|(^|/)\\.next/|^dist" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
    },
  },
};
