import type { Rule } from "@/lib/domain/limit-check/rule";
import { runningMaintenance } from "@/lib/domain/limit-check/running-maintenance";

/** Announced maintenance during which nothing can be charged. */
export const maintenanceOutage: Rule = (snapshot, _proposal, moment) =>
  runningMaintenance("outage", "MAINTENANCE_OUTAGE", snapshot, moment);
