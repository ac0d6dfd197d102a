import "server-only";
import { z } from "zod";
import { responseCodes } from "@/lib/contracts/response-codes";
import { defineRoute } from "@/lib/http/define-route";
import { listResponseCodes } from "@/lib/use-cases/response-codes/list-response-codes";

const listResponseCodesRoute = defineRoute({
  method: "GET",
  path: "/response-codes",
  operationId: "listResponseCodes",
  tag: "Response codes",
  summary: "What each response code means and what to do about it",
  scope: "any_key",
  merchant: "none",
  query: z.object({
    profile: z
      .string()
      .max(64)
      .optional()
      .meta({ description: "A profile's id; the acquirer's own when left out." }),
  }),
  answers: { 200: { description: "The catalogue.", schema: responseCodes } },
  handle: async ({ ctx, merchantId, query }) => {
    const { profile, codes } = await listResponseCodes(ctx, merchantId, query.profile ?? null);
    const data = codes.map(({ retryClass, merchantAction, ...row }) => ({
      ...{ ...row, retry_class: retryClass, merchant_action: merchantAction },
    }));
    return { status: 200, body: { profile, data } };
  },
});

export const responseCodeRoutes = [listResponseCodesRoute];
