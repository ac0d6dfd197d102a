import pino from "pino";

// Lines go out together, at the latest after a second; the end of the process flushes.
const lines = pino.destination({ fd: 2, sync: false, minLength: 4096, periodicFlush: 1000 });
const common = { base: null, timestamp: pino.stdTimeFunctions.isoTime };

/** One JSON line an event on stderr; secrets never reach it. */
export const logger = pino(
  {
    ...common,
    redact: {
      paths: ["authorization", "cookie", "password", "*.authorization", "*.cookie", "*.password"],
      censor: "[redacted]",
    },
  },
  lines,
);

/** For lines whose fields are all our own, where looking for secrets would cost more than the line. */
export const plainLogger = pino(common, lines);
