import { useTranslations } from "next-intl";
import { Moment } from "@/components/time/moment";
import { Notice } from "@/components/ui/notice";
import type { TerminalRecord } from "@/lib/domain/terminals/terminal-overview";

type StatusReasonProps = {
  terminal: Pick<TerminalRecord, "status" | "statusReason" | "statusSince">;
  timeZone: string;
};

/** Since when a terminal takes no charges, and why where somebody said so. */
export function StatusReason({ terminal, timeZone }: StatusReasonProps) {
  const t = useTranslations("terminals");
  const statuses = useTranslations("enums.terminalStatus");
  const { status, statusReason, statusSince } = terminal;
  if (status === "deployed" || statusSince === null) return null;
  return (
    <Notice
      tone={status === "lost" ? "block" : "warn"}
      title={t.rich("statusSince", {
        status: statuses(status),
        moment: () => <Moment at={statusSince} timeZone={timeZone} />,
      })}
      className="mb-4"
    >
      {statusReason && <p className="wrap-anywhere">{statusReason}</p>}
    </Notice>
  );
}
