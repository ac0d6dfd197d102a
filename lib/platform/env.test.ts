import { afterEach, describe, expect, it, vi } from "vitest";
import { adoptAddress, completeEnv, env, parseEnv } from "@/lib/platform/env";

const SECRET = "0123456789abcdef0123456789abcdef";
const OPEN = { HOST: "0.0.0.0", PUBLIC_URL: "https://portal.example" };
const POSTGRES = "postgres://owner:secret@db.example:5432/headroom";

describe("the environment", () => {
  it("needs nothing: embedded database, loopback, port 3000", () => {
    expect(parseEnv({})).toMatchObject({
      ...{ PORT: 3000, HOST: "127.0.0.1", HEADROOM_DATA_DIR: ".data", embedded: true },
      publicUrl: "http://127.0.0.1:3000",
    });
  });

  it("takes an empty value for a missing one", () => {
    expect(parseEnv({ PORT: "", HOST: "", DATABASE_URL: "", AUTH_SECRET: "" }).PORT).toBe(3000);
  });

  it.each([
    ["PORT", { PORT: "http" }],
    ["PORT", { PORT: "70000" }],
    ["PUBLIC_URL", { PUBLIC_URL: "portal.example" }],
    ["PUBLIC_URL", { HOST: "0.0.0.0" }],
    ["TRUSTED_PROXIES", { TRUSTED_PROXIES: "10.0.0.0/8,proxy" }],
    ["TRUSTED_PROXIES", { TRUSTED_PROXIES: "10.0.0.0/64" }],
    ["DATABASE_URL", { DATABASE_URL: "mysql://db/headroom", AUTH_SECRET: SECRET }],
    ["DATABASE_URL", { DATABASE_URL: "headroom", AUTH_SECRET: SECRET }],
    ["AUTH_SECRET", { DATABASE_URL: POSTGRES }],
    ["AUTH_SECRET", { AUTH_SECRET: "short" }],
    ["HEADROOM_DEMO_PASSWORD", { HEADROOM_DEMO_PASSWORD: "short" }],
    ["HEADROOM_DEMO_PASSWORD", OPEN],
    ["HEADROOM_DEMO_PASSWORD", { ...OPEN, HEADROOM_DEMO_PASSWORD: "headroom-demo-2026" }],
  ])("stops with one line naming %s", (name, source) => {
    const lineNaming = new RegExp(`^${name}: [^\\n]+$`);
    expect(() => parseEnv(source)).toThrow(lineNaming);
  });

  it("opens to others with a public address and a password of one's own", () => {
    const env = parseEnv({ ...OPEN, HEADROOM_DEMO_PASSWORD: "a password of ours" });
    expect(env.publicUrl).toBe("https://portal.example");
  });

  it("asks for no demo password where there is no demo world", () => {
    const env = parseEnv({ ...OPEN, DATABASE_URL: POSTGRES, AUTH_SECRET: SECRET });
    expect(env.embedded).toBe(false);
  });
});

describe("the address of a command", () => {
  const named = (names: Record<string, string>) => {
    for (const name of ["PUBLIC_URL", "HOST", "PORT"]) vi.stubEnv(name, names[name]);
    completeEnv({});
    adoptAddress("https://portal.example");
    return env().publicUrl;
  };
  afterEach(() => vi.unstubAllEnvs());

  it("is where the server was last reached, unless the environment names one", () => {
    expect(named({})).toBe("https://portal.example");
    expect(named({ PORT: "3100" })).toBe("http://127.0.0.1:3100");
    expect(named({ PUBLIC_URL: "https://other.example" })).toBe("https://other.example");
  });

  it("stays the default before the first start", () => {
    for (const name of ["PUBLIC_URL", "HOST", "PORT"]) vi.stubEnv(name, undefined);
    completeEnv({});
    adoptAddress(null);
    expect(env().publicUrl).toBe("http://127.0.0.1:3000");
  });
});
