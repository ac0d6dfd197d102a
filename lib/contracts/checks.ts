import { z } from "zod";
import {
  cardExpiry,
  cardOrigin,
  entryMode,
  fundingSource,
} from "@/lib/contracts/charge-attributes";
import { instant, instantText } from "@/lib/contracts/instant";
import { chargeMoney, money } from "@/lib/contracts/money";
import { terminalId } from "@/lib/contracts/record-ids";
import { problem } from "@/lib/contracts/problem";
import type { ReasonAction, ReasonCause } from "@/lib/domain/limit-check/reason";
import { REASON_CODES } from "@/lib/domain/limit-check/reason-codes";
import { LIMIT_SCOPES, WINDOWS } from "@/lib/domain/limits/limit";

/** The charge asked about. */
export const checkRequest = z
  .strictObject({
    terminal_id: terminalId,
    amount: chargeMoney,
    entry_mode: entryMode.optional(),
    funding_source: fundingSource.optional(),
    card_origin: cardOrigin.optional(),
    card_expiry: cardExpiry.optional(),
    occurs_at: instant.optional().meta({
      description:
        "When the charge would happen: from 24 hours back to 31 days ahead; now when left out.",
    }),
  })
  .meta({ id: "CheckRequest", description: "A charge that is asked about before it is made." });
export type CheckRequest = z.output<typeof checkRequest>;

const CAUSES = [
  "limit",
  "merchant",
  "compliance",
  "terminal",
  "card",
  "network",
  "maintenance",
  "software",
] as const satisfies readonly ReasonCause[];

const ACTIONS = [
  "REQUEST_LIMIT_CHANGE",
  "REDUCE_AMOUNT",
  "WAIT",
  "USE_OTHER_TERMINAL",
  "FIX_TERMINAL",
  "CONTACT_ACQUIRER",
  "COMPLETE_REQUIREMENT",
  "ASK_OTHER_CARD",
  "NONE",
] as const satisfies readonly ReasonAction[];

const figure = z.union([money, z.int()]);

const reason = z
  .object({
    code: z.enum(REASON_CODES).meta({ description: "Codes never change; new ones may come." }),
    severity: z.enum(["block", "warn", "info"]),
    owner: z.enum(["acquirer", "merchant", "terminal", "payer", "system"]),
    cause: z.enum(CAUSES),
    limit_id: z.string().optional().meta({ description: "Only in reasons about a limit." }),
    scope: z.enum(LIMIT_SCOPES).optional(),
    window: z.enum(WINDOWS).optional(),
    limit: figure.optional().meta({ description: "Money, or a number of charges." }),
    used: figure.nullable().optional(),
    reserved: figure.nullable().optional(),
    remaining: figure.optional(),
    resets_at: instantText.nullable().optional(),
    assumed: z
      .array(z.enum(["entry_mode", "funding_source", "card_origin"]))
      .optional()
      .meta({ description: "Attributes this limit filters by that the caller did not give." }),
    expected_response_code: z
      .object({ profile: z.string(), code: z.string() })
      .nullable()
      .meta({ description: "The code the terminal is expected to show; null when none is." }),
    action: z.enum(ACTIONS),
    message: z.object({ en: z.string(), zh: z.string() }),
  })
  .meta({ id: "Reason", description: "Why a charge is refused, warned about or remarked on." });

const suggestion = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("reduce_amount"), amount: money }),
    z.object({ kind: z.literal("wait_until"), at: instantText }),
    z.object({ kind: z.literal("use_terminal"), terminal_id: z.string() }),
    z.object({
      kind: z.literal("request_limit_change"),
      limit_id: z.string(),
      max_amount: money.optional(),
      max_count: z.int().optional(),
      min_amount: money.optional(),
    }),
  ])
  .meta({ id: "Suggestion", description: "What alone would make the same check not decline." });

/** The answer of a check. */
export const check = z
  .object({
    id: z.string().meta({ examples: ["chk_01J9ZC5V8Q4W0M3K7T2XHB6RDN"] }),
    decision: z.enum(["approve", "review", "decline"]),
    code_21: z
      .object({
        risk: z.enum(["none", "low", "medium", "high"]),
        probability: z.number().min(0).max(1).nullable(),
        basis: z.enum(["rule", "history", "none"]),
      })
      .meta({
        description: "How likely the terminal shows the bare failure code, and why we think so.",
      }),
    merchant_id: z.string(),
    terminal_id: z.string(),
    amount: chargeMoney,
    reasons: z.array(reason).meta({ description: "All of them, in falling precedence." }),
    headroom: z
      .object({
        amount: money
          .nullable()
          .meta({ description: "The largest passing charge; null: unlimited." }),
        count: z.int().nullable().meta({ description: "Charges left; null: no count limit." }),
        resets_at: instantText.nullable(),
      })
      .meta({ description: "What may still be charged with these attributes." }),
    suggestions: z.array(suggestion),
    not_checked: z
      .array(z.string())
      .meta({ description: "What nobody on our side can know before the charge." }),
    evaluated_at: instantText,
  })
  .meta({ id: "Check", description: "Whether a charge would be refused on our side, and why." });
export type Check = z.infer<typeof check>;

export const checkResults = z.object({
  results: z.array(z.union([check, problem])).meta({ description: "In the order of the batch." }),
});
