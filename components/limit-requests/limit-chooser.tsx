"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { TerminalSelect } from "@/components/check/terminal-select";
import { LimitList } from "@/components/limits/limit-list";
import type { PendingChange } from "@/components/limits/limit-bars";
import { Section } from "@/components/ui/section";
import type { Instant } from "@/lib/domain/instant";
import type { LimitView } from "@/lib/domain/limits/limit-view";

type LimitChooserProps = {
  terminals: readonly { terminalId: string; name: string | null; store: string | null }[];
  terminalId: string | null;
  limits: readonly LimitView[];
  pending: ReadonlyMap<string, PendingChange>;
  now: Instant;
  timeZone: string;
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
