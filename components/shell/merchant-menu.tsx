"use client";

import { ChevronDown, Store } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { callAction } from "@/components/shell/call-action";
import { useProblemText } from "@/components/shell/use-problem-text";
import { buttonClass } from "@/components/ui/button-class";
import { Menu } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { OwnMerchant } from "@/lib/domain/merchants";

export type MerchantChoice = {
  shown: string;
  own: readonly OwnMerchant[];
  choose: (merchantId: string) => Promise<ActionResult<void>>;
};

const CHANNEL = "headroom-merchant";

/**
 * Tells the other tabs that another merchant was chosen. A page stays as it is; the next one is of the merchant
 * chosen, and so is what stands around it.
 */
function useChoiceElsewhere(): () => void {
  const router = useRouter();
  const path = usePathname();
  const query = useSearchParams();
  const channel = useRef<BroadcastChannel | null>(null);
  const isBehind = useRef(false);
  useEffect(() => {
    const own = new BroadcastChannel(CHANNEL);
    own.onmessage = () => (isBehind.current = true);
    channel.current = own;
    return () => own.close();
  }, []);
  useEffect(() => {
    if (!isBehind.current) return;
    isBehind.current = false;
    router.refresh();
  }, [path, query, router]);
  return () => channel.current?.postMessage(null);
}

/** Which merchant the pages show, for those who belong to several; another one opens at its start. */
export function MerchantMenu({ shown, own, choose }: MerchantChoice) {
  const t = useTranslations("shell");
  const problemText = useProblemText();
  const router = useRouter();
  const tellOthers = useChoiceElsewhere();
  const name = own.find(({ merchantId }) => merchantId === shown)?.tradingName ?? shown;
  const open = async (merchantId: string) => {
    const answer = await callAction(() => choose(merchantId));
    if (!answer.ok) return showToast("block", problemText(answer.problem));
    tellOthers();
    router.replace("/home");
  };
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t("merchantMenu", { name })}
          className={buttonClass("quiet", "medium")}
        >
          <Store aria-hidden className="size-4" />
          <span className="max-w-40 truncate max-lg:hidden">{name}</span>
          <ChevronDown aria-hidden className="size-4 text-muted max-lg:hidden" />
        </button>
      }
      entries={[
        {
          kind: "choice",
          key: "merchant",
          label: t("merchant"),
          value: shown,
          options: own.map(({ merchantId, tradingName }) => ({
            ...{ value: merchantId, label: `${tradingName} ${merchantId}` },
          })),
          onChange: (merchantId) => void open(merchantId),
        },
      ]}
    />
  );
}
