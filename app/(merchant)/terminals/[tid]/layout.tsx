import type { ReactNode } from "react";
import { found } from "@/app/found";
import { requireMerchant } from "@/lib/auth/session";
import { getTerminal } from "@/lib/use-cases/terminals/get-terminal";

type TerminalLayoutProps = { params: Promise<{ tid: string }>; children: ReactNode };

/** Answers 404 where there is no such terminal: once the page streams it is too late to say so. */
export default async function TerminalLayout({ params, children }: TerminalLayoutProps) {
  const { ctx, merchantId } = await requireMerchant();
  await found(getTerminal(ctx, merchantId, (await params).tid));
  return children;
}
