import { z } from "zod";

const bothLanguages = z.object({ en: z.string(), zh: z.string() });

/** The catalogue of one response-code profile. */
export const responseCodes = z
  .object({
    profile: z.string(),
    data: z.array(
      z.object({
        code: z.string(),
        meaning: bothLanguages,
        category: z.enum([
          "card",
          "limit",
          "merchant",
          "terminal",
          "txn",
          "network",
          "system",
          "security",
          "ok",
        ]),
        emitters: z.array(z.enum(["acquirer", "switch", "issuer"])),
        predictable: z.enum(["yes", "partly", "no"]).meta({
          description: "Whether a check can foresee it.",
        }),
        retry_class: z
          .enum(["none", "after_fix", "later", "other_card", "query_first", "never"])
          .meta({
            description:
              "none: approved. after_fix: once the cause is mended. later: after waiting. other_card: not with this card. query_first: the outcome is open. never.",
          }),
        merchant_action: bothLanguages,
      }),
    ),
  })
  .meta({ id: "ResponseCodes", description: "What each code means and what to do about it." });
