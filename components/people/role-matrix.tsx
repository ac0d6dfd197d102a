import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { type Role, ROLES } from "@/lib/domain/access/actor";
import { grantsByGroup } from "@/lib/domain/access/permission-groups";
import { type Permission, PERMISSIONS } from "@/lib/domain/access/permissions";

function Mark({ granted }: { granted: boolean }) {
  const t = useTranslations("staff.matrix");
  if (!granted) return <span className="text-muted">–</span>;
  return (
    <>
      <Check aria-hidden className="inline size-4 text-pass" />
      <span className="sr-only">{t("yes")}</span>
    </>
  );
}

type GroupProps = { caption: string; permissions: readonly Permission[] };

const grantOf = (permission: Permission): { roles: readonly Role[]; scope?: string } =>
  PERMISSIONS[permission];

function GroupTable({ caption, permissions }: GroupProps) {
  const t = useTranslations("staff.matrix");
  const names = useTranslations("permissionNames");
  const roles = useTranslations("enums.role");
  return (
    <Table caption={caption} className="md:table-fixed">
      <TableHead>
        <HeaderCell className="md:w-[28%]">{caption}</HeaderCell>
        {ROLES.map((role) => (
          <HeaderCell key={role}>{roles(role)}</HeaderCell>
        ))}
        <HeaderCell className="md:w-[14%]">{t("key")}</HeaderCell>
      </TableHead>
      <TableBody>
        {permissions.map((permission) => {
          const grant = grantOf(permission);
          return (
            <Row key={permission}>
              <Cell primary>{names(permission)}</Cell>
              {ROLES.map((role) => (
                <Cell key={role} label={roles(role)}>
                  <Mark granted={grant.roles.includes(role)} />
                </Cell>
              ))}
              <Cell label={t("key")} className="font-mono text-meta break-all">
                {grant.scope ?? "–"}
              </Cell>
            </Row>
          );
        })}
      </TableBody>
    </Table>
  );
}

/** On a phone: what may be done, and below it who may. */
function GroupList({ caption, permissions }: GroupProps) {
  const names = useTranslations("permissionNames");
  const roles = useTranslations("enums.role");
  return (
    <section aria-label={caption} className="rounded-panel border bg-surface px-3 py-2">
      <h3 className="text-meta font-medium text-muted">{caption}</h3>
      <ul className="divide-y">
        {permissions.map((permission) => {
          const grant = grantOf(permission);
          const who = grant.roles.map((role) => roles(role)).join(" · ");
          return (
            <li key={permission} className="py-1.5">
              {names(permission)}
              <span className="block text-meta text-muted">
                {[who, grant.scope].filter(Boolean).join(" · ")}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Who may do what, drawn from the one list that is enforced. */
export function RoleMatrix() {
  const t = useTranslations("staff.matrix");
  return (
    <Section title={t("title")} aside={t("lead")} surface="plain" className="mt-8">
      {grantsByGroup().map(({ group, permissions }) => (
        <div key={group} className="mb-4">
          <div className="max-md:hidden">
            <GroupTable caption={t(`group.${group}`)} permissions={permissions} />
          </div>
          <div className="md:hidden">
            <GroupList caption={t(`group.${group}`)} permissions={permissions} />
          </div>
        </div>
      ))}
    </Section>
  );
}
