"use client";

import { useTranslations } from "next-intl";
import { useChargeWords } from "@/components/check/use-charge-words";
import type { JudgedRow } from "@/components/check/use-check-many";
import { CopyButton } from "@/components/ui/copy-button";
import { decimalAmount } from "@/lib/domain/money";

type ChargeResultsProps = {
  rows: readonly JudgedRow[];
  isAnswered: boolean;
  merchantId: string;
  timeZone: string;
};

const cell = (text: string) => text.replace(/[\t\r\n]+/g, " ");

/** How many pass and how many do not, said aloud once, and the whole to take to a spreadsheet. */
export function ChargeResults({ rows, isAnswered, merchantId, timeZone }: ChargeResultsProps) {
  const t = useTranslations("checkMany");
  const words = useChargeWords(timeZone);
  const faulty = rows.filter(({ row }) => !row.ok).length;
  const count = (decision: string) =>
    rows.filter(({ checked }) => checked?.result.decision === decision).length;
  const summary = isAnswered
    ? t("summary", {
        pass: count("approve") + count("review"),
        warned: count("review"),
        refused: count("decline"),
      })
    : t("read", { count: rows.length - faulty });

  const tsv = () => {
    const header = ["line", "terminal", "amount", "currency", "entryMode", "verdict"] as const;
    const head = [...header.map((key) => t(`column.${key}`)), t("column.reason"), t("passing")];
    const lines = rows.map(({ row, checked }) => {
      if (!row.ok) {
        const blank = ["", "", "", ""];
        return [String(row.line), ...blank, t("unreadable"), t(`fault.${row.fault}`), ""];
      }
      const { terminalId, amountMinor, currency, entryMode = "" } = row.proposal;
      const told = checked && words(checked.result, { merchantId, ...row.proposal });
      const charge = [terminalId, decimalAmount(amountMinor, currency), currency, entryMode];
      const ways = told?.passes.join("; ") ?? "";
      return [String(row.line), ...charge, told?.verdict ?? "", told?.reason ?? "", ways];
    });
    return [head, ...lines].map((line) => line.map(cell).join("\t")).join("\n");
  };

  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p role="status" className="font-medium">
        {summary}
        {faulty > 0 && (
          <span className="font-normal text-warn">
            {t("separator")}
            {t("faulty", { count: faulty })}
          </span>
        )}
      </p>
      {isAnswered && <CopyButton text={tsv()} label={t("copy")} copiedLabel={t("copied")} />}
    </div>
  );
}
