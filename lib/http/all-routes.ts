import "server-only";
import type { Route } from "@/lib/http/define-route";
import { checkRoutes } from "@/lib/http/routes/checks";
import { limitRequestRoutes } from "@/lib/http/routes/limit-requests";
import { transactionRoutes } from "@/lib/http/routes/transactions";

/** Every operation of the API; one list a noun. */
export const ROUTES: readonly Route[] = [
  ...checkRoutes,
  ...transactionRoutes,
  ...limitRequestRoutes,
];
