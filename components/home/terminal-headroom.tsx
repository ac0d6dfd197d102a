import { TextLink } from "@/components/ui/text-link";
import { LimitBars } from "@/components/limits/limit-bars";
import { EntryModes } from "@/components/terminals/entry-modes";
import { HeadroomLine } from "@/components/terminals/headroom-line";
import type { Instant } from "@/lib/domain/instant";
import type { PendingRequest } from "@/lib/domain/limit-requests/coming-change";
import type { TerminalOverview } from "@/lib/domain/terminals/terminal-overview";

type TerminalHeadroomProps = {
  overview: TerminalOverview;
  pending: ReadonlyMap<string, PendingRequest>;
  now: Instant;
  timeZone: string;
  dayEndsAt: Instant;
  mayRequest: boolean;
};

/** One terminal on the home page: what one charge may be now, and its own limits. */
export function TerminalHeadroom(props: TerminalHeadroomProps) {
  const { overview, pending, now, timeZone, dayEndsAt, mayRequest } = props;
  const { terminal, limits } = overview;
  return (
    <li className="py-4 first:pt-0 last:pb-0">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="min-w-0">
          <TextLink href={`/terminals/${terminal.terminalId}`} className="font-medium">
            {terminal.terminalId}
          </TextLink>{" "}
          {terminal.name && <span className="font-medium">{terminal.name}</span>}{" "}
          <span className="text-meta text-muted">
            <EntryModes modes={terminal.entryModes} />
          </span>
        </p>
        <p>
          <HeadroomLine overview={overview} />
        </p>
      </div>
      <LimitBars
        limits={limits.filter((limit) => limit.scope === "terminal")}
        pending={pending}
        now={now}
        timeZone={timeZone}
        saidReset={dayEndsAt}
        mayRequest={mayRequest}
        hideWhose
      />
    </li>
  );
}
