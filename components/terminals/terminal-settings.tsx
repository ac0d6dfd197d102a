import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { Status } from "@/components/ui/status";
import { EntryModes } from "@/components/terminals/entry-modes";
import type { TerminalRecord } from "@/lib/domain/terminals/terminal-overview";

type TerminalSettingsProps = {
  terminal: TerminalRecord;
  merchantId: string;
  isForStaff?: boolean;
};

/** What is registered about a terminal, and what it says about itself. */
export function TerminalSettings({ terminal, merchantId, isForStaff }: TerminalSettingsProps) {
  const t = useTranslations("terminals.setting");
  const enums = useTranslations("enums");
  const list = (names: string[]) => (names.length === 0 ? t("all") : names.join(" · "));
  const reports = [terminal.reportedMerchantId, terminal.reportedTerminalId].filter(Boolean);
  const network = `network.${terminal.network}` as "network.wifi";
  const networkName = enums.has(network) ? enums(network) : terminal.network;
  const isMismatched =
    (terminal.reportedMerchantId !== null && terminal.reportedMerchantId !== merchantId) ||
    (terminal.reportedTerminalId !== null && terminal.reportedTerminalId !== terminal.terminalId);
  return (
    <>
      <DescriptionList
        items={[
          {
            key: "modes",
            term: t("entryModes"),
            value: <EntryModes modes={terminal.entryModes} />,
          },
          {
            key: "funding",
            term: t("fundingSources"),
            value: list(terminal.fundingSources.map((one) => enums(`fundingSource.${one}`))),
          },
          {
            key: "origins",
            term: t("cardOrigins"),
            value: list(terminal.cardOrigins.map((one) => enums(`cardOrigin.${one}`))),
          },
          { key: "currencies", term: t("currencies"), value: list([...terminal.currencies]) },
          {
            key: "hours",
            term: t("tradingHours"),
            value: terminal.tradingHours ?? t("always"),
          },
          {
            key: "serial",
            term: t("serial"),
            value:
              terminal.serialNumber === null ? (
                "–"
              ) : terminal.bindingValid ? (
                terminal.serialNumber
              ) : (
                <Status tone="block">
                  {t("bindingInvalid", { serial: terminal.serialNumber })}
                </Status>
              ),
          },
          { key: "model", term: t("model"), value: terminal.model ?? "–" },
          { key: "version", term: t("appVersion"), value: terminal.appVersion ?? "–" },
          {
            key: "network",
            term: t("network"),
            value:
              [networkName, terminal.rttMs !== null && t("roundTrip", { ms: terminal.rttMs })]
                .filter(Boolean)
                .join(" · ") || "–",
          },
          {
            key: "reports",
            term: t("reports"),
            value: isMismatched ? (
              <Status tone="warn">{t("mismatch", { numbers: reports.join(" / ") })}</Status>
            ) : reports.length === 0 ? (
              "–"
            ) : (
              t("match")
            ),
          },
        ]}
      />
      {!isForStaff && <p className="mt-3 text-meta text-muted">{t("whoChanges")}</p>}
    </>
  );
}
