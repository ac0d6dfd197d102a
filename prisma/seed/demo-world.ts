import type { ClientBase } from "pg";

/** Fills an empty database with the demo world, as it looks at `now`. */
export async function seedDemoWorld(
  client: ClientBase,
  options: { now: Date; password: string },
): Promise<void> {
  await client.query("update acquirer_settings set name = $1 where $2 <> ''", [
    `Demo Acquirer ${options.now.getFullYear()}`,
    options.password,
  ]);
}
