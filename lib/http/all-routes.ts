import "server-only";
import type { Route } from "@/lib/http/define-route";
import { checkRoutes } from "@/lib/http/routes/checks";
import { complianceRoutes } from "@/lib/http/routes/compliance";
import { limitRequestRoutes } from "@/lib/http/routes/limit-requests";
import { limitRoutes } from "@/lib/http/routes/limits";
import { reservationRoutes } from "@/lib/http/routes/reservations";
import { responseCodeRoutes } from "@/lib/http/routes/response-codes";
import { terminalRoutes } from "@/lib/http/routes/terminals";
import { transactionRoutes } from "@/lib/http/routes/transactions";

/** Every operation of the API; one list a noun. */
export const ROUTES: readonly Route[] = [
  ...checkRoutes,
  ...reservationRoutes,
  ...transactionRoutes,
  ...terminalRoutes,
  ...limitRoutes,
  ...limitRequestRoutes,
  ...complianceRoutes,
  ...responseCodeRoutes,
];
