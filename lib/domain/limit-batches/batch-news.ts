/** What became of an import's requests, one notification a merchant. */
export function batchNews(decided: readonly { request: { merchantId: string } }[], state: string) {
  const counts = new Map<string, number>();
  for (const { request } of decided) {
    counts.set(request.merchantId, (counts.get(request.merchantId) ?? 0) + 1);
  }
  return [...counts].map(([merchantId, limits]) => ({
    merchantId,
    notification: {
      kind: "batch_decided",
      params: { outcome: state, limits },
      href: "/limit-requests",
    },
  }));
}
