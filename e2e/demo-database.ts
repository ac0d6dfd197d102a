import pg from "pg";
import { attachEmbedded } from "@/lib/platform/embedded-postgres/attach";

/** The embedded database of the server under test, for looking behind it as its owner. */
export async function openDemoDatabase(): Promise<{
  client: pg.Client;
  close: () => Promise<void>;
}> {
  const embedded = await attachEmbedded(process.env.E2E_DATA_DIR ?? "", "command");
  const client = new pg.Client({ connectionString: embedded.ownerUrl });
  await client.connect();
  const close = async () => {
    await client.end();
    await embedded.leave();
  };
  return { client, close };
}
