import pino from "pino";

/** One JSON line an event on stderr; secrets never reach it. */
export const logger = pino(
  {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ["authorization", "cookie", "password", "*.authorization", "*.cookie", "*.password"],
      censor: "[redacted]",
    },
  },
  // Lines go out together, at the latest after a second; the end of the process flushes.
  pino.destination({ fd: 2, sync: false, minLength: 4096, periodicFlush: 1000 }),
);
