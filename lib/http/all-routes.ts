import "server-only";
import type { Route } from "@/lib/http/define-route";
import { checkRoutes } from "@/lib/http/routes/checks";
import { limitRequestRoutes } from "@/lib/http/routes/limit-requests";

/** Every operation of the API; one list a noun. */
export const ROUTES: readonly Route[] = [...checkRoutes, ...limitRequestRoutes];
