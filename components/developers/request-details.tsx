"use client";

import { useTranslations } from "next-intl";
import { replayCurl } from "@/components/developers/replay-curl";
import { CopyButton } from "@/components/ui/copy-button";
import { Disclosure } from "@/components/ui/disclosure";
import type { ApiRequest } from "@/lib/domain/api-requests";

type RequestDetailsProps = { request: ApiRequest; origin: string };

/** The numbers to quote, and the command that asks the same again. */
export function RequestDetails({ request, origin }: RequestDetailsProps) {
  const t = useTranslations("requestLog");
  const { method, path, requestId, check, body } = request;
  const curl = replayCurl(request, origin);
  const isWithoutBody = method === "POST" && body === null;
  return (
    <Disclosure
      summary={
        <>
          <span aria-hidden>{t("details")}</span>
          <span className="sr-only">{t("detailsOf", { request: `${method} ${path}` })}</span>
        </>
      }
      className="text-meta font-normal"
    >
      <p className="flex flex-wrap items-center gap-x-2">
        {t("requestId")} <code className="font-mono">{requestId}</code>
        <CopyButton text={requestId} label={t("copy")} copiedLabel={t("copied")} />
      </p>
      {check && (
        <p className="flex flex-wrap items-center gap-x-2">
          {t("checkId")} <code className="font-mono">{check.checkId}</code>
          <CopyButton text={check.checkId} label={t("copy")} copiedLabel={t("copied")} />
        </p>
      )}
      <div className="flex items-center justify-between gap-2">
        <span>{t("replay")}</span>
        <CopyButton text={curl} label={t("copyCurl")} copiedLabel={t("copied")} />
      </div>
      <pre
        // A box that scrolls must be reachable by keyboard.
        tabIndex={0}
        role="group"
        aria-label={t("replay")}
        lang="en"
        className="max-h-64 overflow-auto rounded-control bg-sunken p-2 font-mono whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        {curl}
      </pre>
      {isWithoutBody && <p className="mt-1 text-muted">{t("noBody")}</p>}
    </Disclosure>
  );
}
