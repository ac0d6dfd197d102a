import { z } from "zod";
import { CARD_ORIGINS, ENTRY_MODES, FUNDING_SOURCES } from "@/lib/domain/limits/limit";

export const entryMode = z
  .enum(ENTRY_MODES)
  .meta({ description: "How the card or code is read. Left out, it matches every filter." });

export const fundingSource = z
  .enum(FUNDING_SOURCES)
  .meta({ description: "What the card draws on. Left out, it matches every filter." });

export const cardOrigin = z
  .enum(CARD_ORIGINS)
  .meta({ description: "Where the card was issued. Left out, it matches every filter." });

export const cardExpiry = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: "Not a month: YYYY-MM." })
  .meta({
    description:
      "The card's expiry month, YYYY-MM; it expires after that month's last day in the acquirer's time zone.",
    examples: ["2027-04"],
  });
