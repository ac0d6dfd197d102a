import { useSyncExternalStore } from "react";

const never = () => () => undefined;
const isApple = () => /mac|iphone|ipad/i.test(navigator.userAgent);

/** What the key that opens the palette is called on this device. */
export const useCommandKey = (): string =>
  useSyncExternalStore(never, isApple, () => false) ? "⌘" : "Ctrl";
