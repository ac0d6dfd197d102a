import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { type Role, ROLES } from "@/lib/domain/access/actor";
import { grantsByGroup } from "@/lib/domain/access/permission-groups";
import { PERMISSIONS } from "@/lib/domain/access/permissions";

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

/** Who may do what, drawn from the one list that is enforced. */
export function RoleMatrix() {
  const t = useTranslations("staff.matrix");
  const names = useTranslations("permissionNames");
  const roles = useTranslations("enums.role");
  return (
    <Section title={t("title")} aside={t("lead")} surface="plain" className="mt-8">
      <div className="space-y-4">
        {grantsByGroup().map(({ group, permissions }) => (
          <Table key={group} caption={t(`group.${group}`)} className="md:table-fixed">
            <TableHead>
              <HeaderCell className="md:w-[28%]">{t(`group.${group}`)}</HeaderCell>
              {ROLES.map((role) => (
                <HeaderCell key={role}>{roles(role)}</HeaderCell>
              ))}
              <HeaderCell className="md:w-[14%]">{t("key")}</HeaderCell>
            </TableHead>
            <TableBody>
              {permissions.map((permission) => {
                const grant: { roles: readonly Role[]; scope?: string } = PERMISSIONS[permission];
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
        ))}
      </div>
    </Section>
  );
}
