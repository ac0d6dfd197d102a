import type { ClientBase } from "pg";
import {
  DEFAULT_REASON_MAPS,
  PROFILE_IDS,
  type ProfileId,
} from "@/lib/domain/response-codes/profiles";
import catalogue from "@/prisma/reference-data/response-codes.json";

const NAMES: Record<(typeof PROFILE_IDS)[number], { en: string; zh: string }> = {
  catch_all: { en: "Every refusal of ours shows as one code", zh: "我方拒绝统一显示为同一返回码" },
  unionpay_v21: { en: "UnionPay, current table", zh: "银联现行返回码表" },
  unionpay_v20: { en: "UnionPay, older table", zh: "银联旧版返回码表" },
  iso8583_1987: { en: "ISO 8583:1987", zh: "ISO 8583:1987" },
};

type Action = keyof typeof catalogue.actions;

const codeRows = () =>
  catalogue.codes.flatMap(({ profiles, code, meaning, action, ...row }) =>
    profiles.map((profileId) => ({
      ...{ profile_id: profileId, code, category: row.category, emitters: row.emitters },
      ...{ predictable: row.predictable, retry_class: row.retryClass },
      ...{ meaning_en: meaning.en, meaning_zh: meaning.zh },
      merchant_action_en: catalogue.actions[action as Action].en,
      merchant_action_zh: catalogue.actions[action as Action].zh,
    })),
  );

const mapRows = (profileIds: readonly ProfileId[]) =>
  profileIds.flatMap((profileId) =>
    Object.entries(DEFAULT_REASON_MAPS[profileId]).map(([reason, code]) => ({
      ...{ profile_id: profileId, reason_code: reason, response_code: code },
    })),
  );

async function insertMissing(
  client: ClientBase,
  table: "response_code_profiles" | "response_codes" | "reason_code_map",
  rows: readonly object[],
): Promise<void> {
  await client.query(
    `insert into ${table} select (jsonb_populate_recordset(null::${table}, $1)).*
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

/**
 * Loads what every installation has: settings with their defaults, the response-code profiles and
 * their maps. Rows that are there stay as the acquirer made them.
 */
export async function loadReferenceData(client: ClientBase): Promise<void> {
  await client.query(
    "insert into acquirer_settings (settings_id, name) values (1, 'Acquirer') on conflict do nothing",
  );
  const profiles = PROFILE_IDS.map((profileId) => ({
    ...{ profile_id: profileId, name_en: NAMES[profileId].en, name_zh: NAMES[profileId].zh },
  }));
  const { rows: known } = await client.query<{ id: string }>(
    "select profile_id as id from response_code_profiles",
  );
  // A reason the acquirer lets show no code has no row: only the map of a new profile is loaded.
  const fresh = PROFILE_IDS.filter((profileId) => !known.some(({ id }) => id === profileId));
  await insertMissing(client, "response_code_profiles", profiles);
  await insertMissing(client, "response_codes", codeRows());
  await insertMissing(client, "reason_code_map", mapRows(fresh));
}
