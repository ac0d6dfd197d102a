import { z } from "zod";
import { MERCHANT_ID_PATTERN, TERMINAL_ID_PATTERN } from "@/lib/domain/ids";

/** The MID: 15 of A-Z a-z 0-9, a string because leading zeros count. */
export const merchantId = z
  .string()
  .regex(MERCHANT_ID_PATTERN, { error: "Not a MID: 15 of A-Z a-z 0-9." })
  .meta({ description: "The merchant (MID), 15 of A-Z a-z 0-9.", examples: ["898210154110002"] });

/** The TID: 8 of A-Z a-z 0-9, a string because leading zeros count. */
export const terminalId = z
  .string()
  .regex(TERMINAL_ID_PATTERN, { error: "Not a TID: 8 of A-Z a-z 0-9." })
  .meta({ description: "The terminal (TID), 8 of A-Z a-z 0-9.", examples: ["00018644"] });

/** An id we issued: its prefix and a time-ordered body of 26 characters. */
export const recordId = (prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9A-HJKMNP-TV-Z]{26}$`), { error: "Not such an id." })
    .meta({ examples: [`${prefix}_01J9ZC5V8Q4W0M3K7T2XHB6RDN`] });
