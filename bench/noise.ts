import { openLoop } from "./open-loop";
import { askCheck } from "./world";

const SETTLED_MS = 1_000;

const [url, perSecond, seconds, headers] = process.argv.slice(2);

setTimeout(() => process.send?.("settled"), SETTLED_MS);
await openLoop(url!, {
  ...{ perSecond: Number(perSecond), seconds: Number(seconds), ask: askCheck },
  headers: JSON.parse(headers!) as Record<string, string>,
});
process.disconnect();
