import type { ClientBase } from "pg";
import type { SeedMerchant } from "@/prisma/seed/builders";
import { LOTUS, SUNRISE } from "@/prisma/seed/demo-people";
import { chance, idAt, insertRows } from "@/prisma/seed/rows";

const DAY_MS = 86_400_000;
const BOTH = ["payment_acceptance", "settlement"];

const PAPERS = [
  { code: "business_license", action: "upload_document", affects: BOTH },
  { code: "legal_person_id", action: "upload_document", affects: BOTH },
  { code: "settlement_account", action: "confirm_details", affects: ["settlement"] },
  { code: "pci_saq", action: "confirm_details", affects: ["payment_acceptance"] },
  { code: "site_inspection", action: "book_inspection", affects: ["payment_acceptance"] },
];

type Standing = { status: string; dueInDays: number | null; expiresInDays: number | null };

const MET: Standing = { status: "satisfied", dueInDays: null, expiresInDays: 420 };

function standingOf(merchantId: string, code: string): Standing {
  if (merchantId === SUNRISE) return MET;
  if (merchantId === LOTUS) {
    return code === "business_license"
      ? { status: "past_due", dueInDays: -6, expiresInDays: -6 }
      : MET;
  }
  const luck = chance(merchantId, code);
  if (luck > 0.95) return { status: "currently_due", dueInDays: 9, expiresInDays: null };
  if (luck > 0.9) return { status: "pending_verification", dueInDays: 4, expiresInDays: null };
  return luck > 0.86 ? { status: "eventually_due", dueInDays: 80, expiresInDays: null } : MET;
}

/** What each merchant must keep current; Lotus is late with its licence. */
export async function seedRequirements(
  client: ClientBase,
  merchants: readonly SeedMerchant[],
  now: number,
): Promise<void> {
  const inDays = (days: number | null) =>
    days === null ? null : new Date(now + days * DAY_MS).toISOString();
  const rows = merchants.flatMap(({ merchantId }) =>
    PAPERS.map(({ code, action, affects }) => {
      const { status, dueInDays, expiresInDays } = standingOf(merchantId, code);
      return {
        ...{ merchant_id: merchantId, requirement_id: idAt("rqm", now), code, status, affects },
        ...{ due_at: inDays(dueInDays), document_expires_at: inDays(expiresInDays), action },
        updated_at: new Date(now).toISOString(),
      };
    }),
  );
  await insertRows(client, "requirements", rows);
}
