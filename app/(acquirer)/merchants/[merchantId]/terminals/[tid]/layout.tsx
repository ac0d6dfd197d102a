import type { ReactNode } from "react";
import { found } from "@/app/found";
import { requireAcquirer } from "@/lib/auth/session";
import { getTerminal } from "@/lib/use-cases/terminals/get-terminal";

type TerminalLayoutProps = {
  params: Promise<{ merchantId: string; tid: string }>;
  children: ReactNode;
};

/** Answers 404 where there is no such terminal: once the page streams it is too late to say so. */
export default async function TerminalLayout({ params, children }: TerminalLayoutProps) {
  const { ctx } = await requireAcquirer();
  const { merchantId, tid } = await params;
  await found(getTerminal(ctx, merchantId, tid));
  return children;
}
