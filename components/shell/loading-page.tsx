import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { Skeleton, SkeletonTable } from "@/components/ui/skeleton";

/** A page that is on its way: says so once to assistive technology. */
export function LoadingPage({ children }: { children: ReactNode }) {
  const t = useTranslations("shell");
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">{t("loading")}</span>
      <Skeleton className="mb-6 h-7 w-48" />
      {children}
    </div>
  );
}

export function LoadingTable(props: ComponentProps<typeof SkeletonTable>) {
  return (
    <LoadingPage>
      <SkeletonTable {...props} />
    </LoadingPage>
  );
}

/** Sections side by side, each as high as its class says. */
export function LoadingSections({ heights }: { heights: readonly string[] }) {
  return (
    <LoadingPage>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {heights.map((height, position) => (
          <Skeleton key={position} className={height} />
        ))}
      </div>
    </LoadingPage>
  );
}
