import type { Rule } from "@/lib/domain/limit-check/rule";
import { runningMaintenance } from "@/lib/domain/limit-check/running-maintenance";

/** Announced maintenance during which charges may fail. */
export const maintenanceWindow: Rule = (snapshot, _proposal, moment) =>
  runningMaintenance("degraded", "MAINTENANCE_WINDOW", snapshot, moment);
