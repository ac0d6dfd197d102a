import { z } from "zod";
import { plainWidth } from "@/lib/contracts/search-params";
import { SEARCH_MAX_LENGTH } from "@/lib/domain/search/found-record";

/** What is typed into the search: trimmed, full-width letters and digits as plain ones. */
export const SearchText = z
  .string()
  .max(SEARCH_MAX_LENGTH)
  .transform((text) => plainWidth(text).trim());
