import { type Permission, PERMISSIONS } from "@/lib/domain/access/permissions";

const GROUP_OF_NOUN = {
  checks: "charging",
  reservations: "charging",
  transactions: "charging",
  heartbeats: "charging",
  terminals: "limits",
  limits: "limits",
  limit_requests: "limits",
  merchants: "merchants",
  compliance: "merchants",
} as const;

export const PERMISSION_GROUPS = ["charging", "limits", "merchants", "house"] as const;
export type PermissionGroup = (typeof PERMISSION_GROUPS)[number];

const groupOf = (permission: Permission): PermissionGroup => {
  const noun = permission.slice(0, permission.indexOf("."));
  return GROUP_OF_NOUN[noun as keyof typeof GROUP_OF_NOUN] ?? "house";
};

/** What people or keys may do, as it is enforced, group by group; what only machines do is left out. */
export function grantsByGroup(): { group: PermissionGroup; permissions: Permission[] }[] {
  const all = (Object.keys(PERMISSIONS) as Permission[]).filter(
    (permission) => PERMISSIONS[permission].roles.length > 0 || "scope" in PERMISSIONS[permission],
  );
  return PERMISSION_GROUPS.map((group) => ({
    group,
    permissions: all.filter((permission) => groupOf(permission) === group),
  }));
}
