import { z } from "zod";
import { isAddressRange } from "@/lib/platform/client-address";

const isLoopback = (host: string) => /^(localhost|::1|127(\.\d{1,3}){3})$/.test(host);
const DEFAULT_DEMO_PASSWORD = "headroom-demo-2026";

const optional = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text === "" ? undefined : text));

const port = z
  .string()
  .regex(/^\d{1,5}$/, "a port number is expected")
  .transform(Number)
  .pipe(z.number().min(1).max(65_535));

const schema = z.object({
  NODE_ENV: z.string().default("production"),
  PORT: optional.pipe(port.default(3000)),
  HOST: optional.pipe(z.string().default("127.0.0.1")),
  PUBLIC_URL: optional.pipe(z.url({ protocol: /^https?$/ }).optional()),
  TRUSTED_PROXIES: optional
    .transform((text) => (text ? text.split(/[\s,]+/).filter((entry) => entry !== "") : []))
    .refine((entries) => entries.every(isAddressRange), "addresses or CIDR ranges, by commas"),
  DATABASE_URL: optional.pipe(
    z
      .url({ protocol: /^postgres(ql)?$/, hostname: /./, error: "postgres://… is expected" })
      .optional(),
  ),
  HEADROOM_DATA_DIR: optional.pipe(z.string().default(".data")),
  AUTH_SECRET: optional.pipe(z.string().min(32).optional()),
  HEADROOM_DEMO_PASSWORD: optional.pipe(z.string().min(12).optional()),
  METRICS_TOKEN: optional,
  /** Set by npm: the folder it was called from. */
  INIT_CWD: optional,
});

/** The settings of this process; see `.env.example`. */
export type Env = z.infer<typeof schema> & {
  /** Where browsers reach the portal; without a trailing slash. */
  publicUrl: string;
  demoPassword: string;
  embedded: boolean;
};

const faultOf = (issue: z.core.$ZodIssue) => `${issue.path.join(".")}: ${issue.message}`;

/** Reads the settings; throws one clear line that names the variable at fault. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(source);
  if (!parsed.success) throw new Error(parsed.error.issues.map(faultOf).join("; "));
  const env = parsed.data;
  const embedded = env.DATABASE_URL === undefined;
  const onLoopback = isLoopback(env.HOST);
  if (!onLoopback && !env.PUBLIC_URL) {
    throw new Error("PUBLIC_URL: set the address browsers use when HOST is not loopback");
  }
  if (!embedded && !env.AUTH_SECRET) {
    throw new Error("AUTH_SECRET: set at least 32 random characters when DATABASE_URL is set");
  }
  const demoPassword = env.HEADROOM_DEMO_PASSWORD ?? DEFAULT_DEMO_PASSWORD;
  if (!onLoopback && embedded && demoPassword === DEFAULT_DEMO_PASSWORD) {
    throw new Error("HEADROOM_DEMO_PASSWORD: set your own when HOST is not loopback");
  }
  const host = env.HOST.includes(":") ? `[${env.HOST}]` : env.HOST;
  const publicUrl = (env.PUBLIC_URL ?? `http://${host}:${env.PORT}`).replace(/\/+$/, "");
  return { ...env, publicUrl, demoPassword, embedded };
}

let parsed: Env | undefined;

/** The settings, read once at the first use; modules that load during a build need none. */
export const env = (): Env => (parsed ??= parseEnv(process.env));

/** Completes the settings with what was found at the start: a kept secret, the port that was free. */
export function completeEnv(found: { AUTH_SECRET?: string; PORT?: string }): Env {
  for (const [name, value] of Object.entries(found)) process.env[name] ??= value;
  return (parsed = parseEnv(process.env));
}

/** Where a server was last reached counts for a command whose environment names no address. */
export function adoptAddress(publicUrl: string | null): void {
  const { PUBLIC_URL, HOST, PORT } = process.env;
  if (publicUrl === null || PUBLIC_URL || HOST || PORT) return;
  process.env.PUBLIC_URL = publicUrl;
  parsed = parseEnv(process.env);
}

/** Tells the sign-in library where browsers reach the portal; it reads no other setting for that. */
export const announceAddress = (): void => {
  process.env.NEXTAUTH_URL ??= env().publicUrl;
};
