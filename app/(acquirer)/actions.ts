"use server";

import { z } from "zod";
import { SearchText } from "@/lib/contracts/search-text";
import { ACQUIRER } from "@/lib/domain/ids";
import { action } from "@/lib/http/action";
import { searchRecords } from "@/lib/use-cases/search/search-records";

export const search = action(z.strictObject({ text: SearchText }), ({ ctx }, { text }) =>
  searchRecords(ctx, ACQUIRER, text),
);
