"use server";

import { z } from "zod";
import { SearchText } from "@/lib/contracts/search-text";
import { merchantAction } from "@/lib/http/action";
import { searchRecords } from "@/lib/use-cases/search/search-records";

export const search = merchantAction(
  z.strictObject({ text: SearchText }),
  ({ ctx, merchantId }, { text }) => searchRecords(ctx, merchantId, text),
);
