import "server-only";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { type Finding, listRoleFindings, listSettingsFindings } from "@/lib/data/findings";
import type { SettingsFault, SettingsFinding } from "@/lib/domain/findings";
import { authorize } from "@/lib/use-cases/authorize";

const SAID: Record<SettingsFault, (finding: SettingsFinding) => string> = {
  daily_below_charge: () => "the daily limit is below the limit of one charge",
  mcc_differs: ({ found, expected }) => `its number carries MCC ${found}, its profile ${expected}`,
  currency_not_taken: ({ found }) => `it has a limit in ${found}, which it does not take`,
  serial_elsewhere: () => "its serial number is bound elsewhere",
};

/** A line for whoever runs the installation. */
function lineOf(finding: SettingsFinding): Finding {
  const { terminalId, merchantId, fault } = finding;
  const whose = terminalId ? `terminal ${terminalId} of ${merchantId}` : `merchant ${merchantId}`;
  return { severity: "warning", text: `${whose}: ${SAID[fault](finding)}` };
}

/** What is wrong with the installation or looks wrong in the settings of merchants. */
export async function listFindings(ctx: Ctx): Promise<Finding[]> {
  authorize(ctx, "merchants.search", ACQUIRER);
  return withAcquirer(ctx, async (db) => {
    const lines = (await listSettingsFindings(db)).map(lineOf);
    return [
      ...(await listRoleFindings(db)),
      ...lines.toSorted((a, b) => (a.text < b.text ? -1 : 1)),
    ];
  });
}
