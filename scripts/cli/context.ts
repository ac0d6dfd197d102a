import pg from "pg";
import { openInstallation, type Installation } from "@/lib/data/open-installation";
import type { Ctx } from "@/lib/data/ctx";
import { newId } from "@/lib/platform/ids";

const TEN_MINUTES_MS = 600_000;

/** A fault of the call itself; its message is the one line the caller reads. */
export class UsageError extends Error {}

const UNREACHABLE = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT"]);

/** Why a command failed, in one line that says what to do where that is known. */
export function reasonOf(error: unknown): string {
  const { code = "", message = "" } = error as { code?: unknown; message?: string };
  if (UNREACHABLE.has(String(code))) {
    return `The database cannot be reached (${String(code)}): check DATABASE_URL and that PostgreSQL runs.`;
  }
  const [line = ""] = message.split("\n").filter((text) => text.trim() !== "");
  return line === "" ? String(error) : line;
}

export const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** The operator at the command line; sets up directly, and every act is audited as theirs. */
const operator = (): Ctx => ({
  actor: { kind: "operator" },
  now: () => new Date(),
  requestId: newId("req"),
  deadlineAt: Date.now() + TEN_MINUTES_MS,
});

/** Runs one command on the open installation and closes it again, whatever happens. */
export async function onInstallation<T>(
  run: (ctx: Ctx, installation: Installation) => Promise<T>,
): Promise<T> {
  const installation = await openInstallation("command");
  try {
    return await run(operator(), installation);
  } finally {
    await installation.close();
  }
}

/** Acts on the database as its owner, past every policy. */
export async function asOwner<T>(
  ownerUrl: string,
  act: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
