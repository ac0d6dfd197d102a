"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { onFirstToast } from "@/components/ui/toast";
import type { ToastLabels } from "@/components/ui/toast-stack";

const ToastStack = lazy(async () => ({
  default: (await import("@/components/ui/toast-stack")).ToastStack,
}));

/** Where they appear; what draws them is fetched with the first one. */
export function Toasts(labels: ToastLabels) {
  const [isAsked, setAsked] = useState(false);
  useEffect(() => onFirstToast(() => setAsked(true)), []);
  return <Suspense>{isAsked && <ToastStack {...labels} />}</Suspense>;
}
