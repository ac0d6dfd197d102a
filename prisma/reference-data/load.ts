import type { ClientBase } from "pg";

/** Loads what every installation has: settings with their defaults; keeps what was changed. */
export async function loadReferenceData(client: ClientBase): Promise<void> {
  await client.query(
    "insert into acquirer_settings (settings_id, name) values (1, 'Acquirer') on conflict do nothing",
  );
}
