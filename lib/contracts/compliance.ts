import { z } from "zod";
import { instantText, writeInstant, writeOptionalInstant } from "@/lib/contracts/instant";
import { COMPLIANCE_STATUSES } from "@/lib/contracts/terminals";
import {
  type ComplianceStatus,
  REQUIREMENT_STATUSES,
  type RequirementState,
} from "@/lib/domain/compliance";
import type { SwitchState } from "@/lib/domain/limit-check/snapshot";
import type { MerchantSwitch } from "@/lib/domain/merchants";

const merchantSwitch = z.object({
  status: z.enum(["enabled", "disabled"]),
  reason: z.string().nullable(),
  since: instantText,
});

/** A merchant's switches and what it must keep current. */
export const compliance = z
  .object({
    payment_acceptance: merchantSwitch,
    settlement: merchantSwitch,
    compliance_status: z.enum(COMPLIANCE_STATUSES),
    requirements: z.array(
      z.object({
        code: z.string(),
        terminal_id: z.string().nullable().meta({ description: "Null: of the merchant itself." }),
        status: z.enum(REQUIREMENT_STATUSES),
        due_at: instantText.nullable(),
        document_expires_at: instantText.nullable(),
        affects: z.array(z.enum(["payment_acceptance", "settlement"])),
        action: z.string(),
      }),
    ),
  })
  .meta({ id: "Compliance", description: "Switches and requirements of a merchant." });

type Standing = {
  switches: Readonly<Record<MerchantSwitch, SwitchState>>;
  status: ComplianceStatus;
  requirements: readonly (RequirementState & { action: string })[];
  timeZone: string;
};

function writeSwitch({ switches, timeZone }: Standing, control: MerchantSwitch) {
  const { enabled, reason, since } = switches[control];
  const status: "enabled" | "disabled" = enabled ? "enabled" : "disabled";
  return { status, reason, since: writeInstant(since, timeZone) };
}

export function writeCompliance(standing: Standing): z.infer<typeof compliance> {
  const { requirements, status, timeZone } = standing;
  return {
    payment_acceptance: writeSwitch(standing, "payment_acceptance"),
    settlement: writeSwitch(standing, "settlement"),
    compliance_status: status,
    requirements: requirements.map((one) => ({
      ...{ code: one.code, terminal_id: one.terminalId, status: one.status },
      due_at: writeOptionalInstant(one.dueAt, timeZone),
      document_expires_at: writeOptionalInstant(one.documentExpiresAt, timeZone),
      ...{ affects: [...one.affects], action: one.action },
    })),
  };
}
