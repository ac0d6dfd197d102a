import { openInstallation, type Installation } from "@/lib/data/open-installation";
import type { Ctx } from "@/lib/data/ctx";
import { newId } from "@/lib/platform/ids";

const TEN_MINUTES_MS = 600_000;

/** A fault of the call itself; its message is the one line the caller reads. */
export class UsageError extends Error {}

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
