import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/** What judges the mutants: the examples of the check. The random checks would take hours. */
export default defineConfig({
  resolve: { alias: { "@": root } },
  test: {
    isolate: false,
    include: ["lib/domain/{limit-check,limits}/**/*.test.ts"],
    exclude: ["**/*.property.test.ts", "**/*.db.test.ts"],
  },
});
