import { CircleCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { Moment } from "@/components/time/moment";
import type { SettingsFinding, SettingsHealth } from "@/lib/domain/findings";

const SHOWN = 5;

type DeskFindingsProps = {
  /** Null when the settings could not be looked over. */
  health: SettingsHealth | null;
  timeZone: string;
};

/** Settings of merchants that refuse what nobody meant to refuse. */
export function DeskFindings({ health, timeZone }: DeskFindingsProps) {
  const t = useTranslations("desk.findings");
  const format = useFormatter();
  if (!health) {
    return (
      <Section title={t("title")}>
        <Notice tone="warn">{t("failed")}</Notice>
      </Section>
    );
  }
  const { findings, lookedAt } = health;
  const more = findings.length - SHOWN;
  return (
    <Section
      title={
        <>
          {t("title")}{" "}
          <span className={findings.length === 0 ? "ml-1 text-muted" : "ml-1 text-warn"}>
            {format.number(findings.length)}
          </span>
        </>
      }
      aside={
        <>
          {t("lookedAt")} <Moment at={lookedAt} timeZone={timeZone} style="time" />
        </>
      }
    >
      {findings.length === 0 ? (
        <p className="flex items-center gap-2 text-muted">
          <CircleCheck aria-hidden className="size-4 shrink-0 text-pass" />
          {t("none")}
        </p>
      ) : (
        <ul className="space-y-1">
          {findings.slice(0, SHOWN).map((finding) => (
            <li key={JSON.stringify(finding)}>
              <FindingLine finding={finding} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="mt-2 text-meta text-muted">{t("more", { count: more })}</p>}
    </Section>
  );
}

function FindingLine({ finding }: { finding: SettingsFinding }) {
  const t = useTranslations("desk.findings");
  const { merchantId, terminalId, fault } = finding;
  return (
    <>
      <TextLink href={`/merchants/${merchantId}`}>{terminalId ?? merchantId}</TextLink>{" "}
      {t(`fault.${fault}`, { found: finding.found ?? "", expected: finding.expected ?? "" })}
    </>
  );
}
