import "server-only";
import type { Selection } from "@/lib/contracts/imports/bulk-edit";
import { merchantListQuery, readMerchantListParams } from "@/lib/contracts/merchant-list";
import { readRegistryListParams, registryListQuery } from "@/lib/contracts/registry-list";
import type { BulkSelection } from "@/lib/use-cases/bulk-edits/list-bulk-rows";

function terminalOfRow(id: string) {
  const [merchantId = "", terminalId = ""] = id.split(" ");
  return { merchantId, terminalId };
}

/** What a person selected, as the list itself reads its address. */
export function selectionOf(selection: Selection): BulkSelection {
  const { list } = selection;
  if ("ids" in selection) {
    const ids = [...new Set(selection.ids)];
    return list === "merchants"
      ? { list, merchantIds: ids }
      : { list, terminals: ids.map(terminalOfRow) };
  }
  const params = Object.fromEntries(new URLSearchParams(selection.query));
  return list === "merchants"
    ? { list, filter: merchantListQuery(readMerchantListParams(params)).filter }
    : { list, filter: registryListQuery(readRegistryListParams(params)).filter };
}
