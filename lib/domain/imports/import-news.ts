import type { PlannedLimit } from "@/lib/domain/imports/limit-facts";

/** What an import did to the limits of each merchant, one notification a merchant. */
export function importNews(rows: readonly PlannedLimit[]) {
  const counts = new Map<string, { changed: number; asked: number }>();
  for (const { after, route } of rows) {
    if (route === "none") continue;
    const count = counts.get(after.merchantId) ?? { changed: 0, asked: 0 };
    count[route === "request" ? "asked" : "changed"]++;
    counts.set(after.merchantId, count);
  }
  return [...counts].map(([merchantId, params]) => ({
    merchantId,
    notification: { kind: "limits_imported", params, href: "/limit-requests" },
  }));
}
