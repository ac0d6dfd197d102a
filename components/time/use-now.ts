"use client";

import { useEffect, useState } from "react";
import type { Instant } from "@/lib/domain/instant";

/** The server's clock, carried on in the browser; the device's own clock is never asked. */
export function useNow(serverNow: Instant, everyMs = 20_000): Instant {
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setElapsed(performance.now() - start), everyMs);
    return () => clearInterval(timer);
  }, [serverNow, everyMs]);
  return serverNow + elapsed;
}
