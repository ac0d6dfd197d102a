export type BrowserName = { browser: string; system: string | null };

// The order matters: later families also name the earlier ones.
const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger\//, "WeChat"],
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/HuaweiBrowser\//, "Huawei Browser"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const SYSTEMS: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, "HarmonyOS"],
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

const named = (list: typeof BROWSERS, userAgent: string) =>
  list.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;

/** What a browser says it is, as people call it; null when it names none that is known. */
export function browserOf(userAgent: string | null): BrowserName | null {
  const browser = userAgent && named(BROWSERS, userAgent);
  return browser ? { browser, system: named(SYSTEMS, userAgent) } : null;
}
