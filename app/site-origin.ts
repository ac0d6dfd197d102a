import "server-only";
import { env } from "@/lib/platform/env";

/** Where the API is reached from outside. */
export const siteOrigin = (): string => env().publicUrl.replace(/\/$/, "");
