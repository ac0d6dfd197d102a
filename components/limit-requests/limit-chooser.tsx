"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { TerminalSelect } from "@/components/check/terminal-select";
import { LimitList } from "@/components/limits/limit-list";
import { Section } from "@/components/ui/section";
import type { CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { PendingRequest } from "@/lib/domain/limit-requests/coming-change";
import type { LimitView } from "@/lib/domain/limits/limit-view";

type LimitChooserProps = {
  terminals: readonly { terminalId: string; name: string | null; store: string | null }[];
  terminalId: string | null;
  limits: readonly LimitView[];
  pending: ReadonlyMap<string, PendingRequest>;
  now: Instant;
  cutOver: CutOver;
};

/** First the terminal, then which of the limits that apply to it. */
export function LimitChooser({ terminals, terminalId, ...list }: LimitChooserProps) {
  const t = useTranslations("limitRequests");
  const router = useRouter();
  return (
    <div className="space-y-4">
      <TerminalSelect
        terminals={terminals}
        value={terminalId ?? ""}
        onChange={(next) => router.replace(`/limit-requests/new?terminal=${next}`)}
        className="max-w-sm"
      />
      <Section title={t("whichLimit")}>
        <LimitList {...list} mayRequest />
      </Section>
    </div>
  );
}
