import { parseArgs, type ParseArgsConfig } from "node:util";
import { z } from "zod";
import { merchantId } from "@/lib/contracts/record-ids";
import { ROLES, SCOPES, type Role, type Scope } from "@/lib/domain/access/actor";
import { holdsCardNumber } from "@/lib/domain/card-number";
import { ACQUIRER } from "@/lib/domain/ids";
import { env } from "@/lib/platform/env";
import { createApiKey } from "@/lib/use-cases/api-keys/create-api-key";
import { revokeApiKey } from "@/lib/use-cases/api-keys/revoke-api-key";
import { listFindings } from "@/lib/use-cases/installation/list-findings";
import { createUser } from "@/lib/use-cases/users/create-user";
import { seedCrowd } from "@/prisma/seed/crowd";
import { asOwner, onInstallation, say, UsageError } from "@/scripts/cli/context";
import { runImport } from "@/scripts/cli/imports";

type Command = { usage: string; run: (args: string[]) => Promise<string> };

type Options = NonNullable<ParseArgsConfig["options"]>;

function read<const O extends Options>(
  args: string[],
  options: O,
  usage: string,
  allowPositionals = false,
) {
  const isMid = (word: string, n: number) =>
    args[n - 1] === "--merchant" || word.startsWith("--merchant=");
  if (!allowPositionals && args.some((word, n) => !isMid(word, n) && holdsCardNumber(word))) {
    throw new UsageError("Something here looks like a card number, which is never accepted.");
  }
  try {
    return parseArgs({ args, options, allowPositionals, strict: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message} Usage: ${usage}`);
  }
}

function merchantOf(text: string): string {
  if (!merchantId.safeParse(text).success) {
    throw new UsageError(`--merchant: "${text}" is not a MID: 15 of A-Z a-z 0-9.`);
  }
  return text;
}

function scopesOf(text: string | undefined): Scope[] {
  const names = (text ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const unknown = names.find((name) => !(SCOPES as readonly string[]).includes(name));
  if (unknown !== undefined) {
    throw new UsageError(`--scopes: "${unknown}" is none of ${SCOPES.join(", ")}.`);
  }
  if (names.length === 0)
    throw new UsageError(`--scopes: name at least one of ${SCOPES.join(", ")}.`);
  return [...new Set(names)] as Scope[];
}

function rateOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const rate = Number(text);
  if (!/^\d+$/.test(text) || rate > 100_000) {
    throw new UsageError("--rate: a whole number of requests per second, 0 for none.");
  }
  return rate;
}

function nameOf(text = "command line"): string {
  const name = text.trim();
  if (name === "" || name.length > 100) throw new UsageError("--name: 1 to 100 characters.");
  return name;
}

const KEYS_CREATE =
  "keys create --merchant <MID> | --acquirer --scopes a,b [--name n] [--rate n] [--test]";

const keysCreate: Command = {
  usage: KEYS_CREATE,
  run: async (args) => {
    const { values } = read(
      args,
      {
        merchant: { type: "string" },
        acquirer: { type: "boolean" },
        scopes: { type: "string" },
        name: { type: "string" },
        rate: { type: "string" },
        test: { type: "boolean" },
      },
      KEYS_CREATE,
    );
    if ((values.merchant === undefined) === (values.acquirer !== true)) {
      throw new UsageError(`Name either --merchant or --acquirer. Usage: ${KEYS_CREATE}`);
    }
    const wanted = {
      merchantId: values.merchant === undefined ? ACQUIRER : merchantOf(values.merchant),
      name: nameOf(values.name),
      scopes: scopesOf(values.scopes),
      ratePerSecond: rateOf(values.rate),
      mode: values.test ? ("test" as const) : ("live" as const),
    };
    const { key } = await onInstallation((ctx) => createApiKey(ctx, wanted));
    return key;
  },
};

const keysRevoke: Command = {
  usage: "keys revoke <id or key>",
  run: async (args) => {
    const { positionals } = read(args, {}, keysRevoke.usage, true);
    const [idOrKey, ...rest] = positionals;
    if (!idOrKey || rest.length > 0) throw new UsageError(`Usage: ${keysRevoke.usage}`);
    const { keyId } = await onInstallation((ctx) => revokeApiKey(ctx, idOrKey));
    return `${keyId} is revoked`;
  },
};

const usersCreate: Command = {
  usage: "users create --email e --role r [--merchant MID]",
  run: async (args) => {
    const options = { type: "string" } as const;
    const { values } = read(
      args,
      { email: options, role: options, merchant: options },
      usersCreate.usage,
    );
    const email = z.email().max(254).safeParse(values.email);
    if (!email.success) throw new UsageError("--email: not an e-mail address.");
    if (!(ROLES as readonly string[]).includes(values.role ?? "")) {
      throw new UsageError(`--role: one of ${ROLES.join(", ")}.`);
    }
    const merchant = values.merchant === undefined ? null : merchantOf(values.merchant);
    const user = { email: email.data, role: values.role as Role, merchantId: merchant };
    const { token } = await onInstallation((ctx) => createUser(ctx, user));
    return `${env().publicUrl}/sign-up?token=${token}`;
  },
};

const importCommand = (noun: "merchants" | "terminals" | "limits"): Command => ({
  usage: `${noun} import <file.csv>`,
  run: async (args) => {
    const usage = `${noun} import <file.csv>`;
    const [file, ...rest] = read(args, {}, usage, true).positionals;
    if (!file || rest.length > 0) throw new UsageError(`Usage: ${usage}`);
    return runImport(noun, file);
  },
});

const migrateCommand: Command = {
  usage: "migrate",
  run: async (args) => {
    read(args, {}, "migrate");
    const { migrated } = await onInstallation(async (_ctx, installation) => installation);
    return migrated.length === 0 ? "up to date" : `applied ${migrated.join(", ")}`;
  },
};

const CROWD_MOST = 1_000_000;

const crowdCreate: Command = {
  usage: "crowd create <merchants>",
  run: async (args) => {
    const [count = "", ...rest] = read(args, {}, crowdCreate.usage, true).positionals;
    const merchants = Number(count);
    if (!/^\d+$/.test(count) || merchants < 1 || merchants > CROWD_MOST || rest.length > 0) {
      throw new UsageError(`1 to ${CROWD_MOST} merchants. Usage: ${crowdCreate.usage}`);
    }
    if (env().DATABASE_URL) throw new UsageError("Only for the embedded database of a demo world.");
    await onInstallation((_ctx, { ownerUrl }) =>
      asOwner(ownerUrl, (to) => seedCrowd(to, merchants)),
    );
    return `${merchants} merchants with two terminals each`;
  },
};

const doctorCommand: Command = {
  usage: "doctor",
  run: async (args) => {
    read(args, {}, "doctor");
    const findings = await onInstallation((ctx) => listFindings(ctx));
    const lines = findings.map(({ severity, text }) => `${severity}: ${text}`);
    if (findings.some(({ severity }) => severity === "error")) {
      lines.forEach(say);
      throw new UsageError(`${findings.length} findings; see the lines above.`);
    }
    return [...lines, `Node ${process.versions.node}, database reachable, migrations applied`].join(
      "\n",
    );
  },
};

export const COMMANDS: Readonly<Record<string, Command>> = {
  "keys create": keysCreate,
  "keys revoke": keysRevoke,
  "users create": usersCreate,
  "merchants import": importCommand("merchants"),
  "terminals import": importCommand("terminals"),
  "limits import": importCommand("limits"),
  "crowd create": crowdCreate,
  migrate: migrateCommand,
  doctor: doctorCommand,
};
