import "server-only";
import { compliance, writeCompliance } from "@/lib/contracts/compliance";
import { defineRoute } from "@/lib/http/define-route";
import { getCompliance } from "@/lib/use-cases/compliance/get-compliance";

const getComplianceRoute = defineRoute({
  method: "GET",
  path: "/compliance",
  operationId: "getCompliance",
  tag: "Compliance",
  summary: "The merchant's switches and what it must keep current",
  scope: "compliance:read",
  answers: { 200: { description: "As it stands now.", schema: compliance } },
  handle: async ({ ctx, merchantId }) => {
    const standing = await getCompliance(ctx, merchantId);
    return { status: 200, body: writeCompliance(standing) };
  },
});

export const complianceRoutes = [getComplianceRoute];
