import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { AttentionItem } from "@/components/home/attention-item";
import type { Attention } from "@/lib/domain/home/attention";

type NeedsAttentionProps = {
  items: readonly Attention[];
  timeZone: string;
  mayRequest: boolean;
};

export function NeedsAttention({ items, timeZone, mayRequest }: NeedsAttentionProps) {
  const t = useTranslations("home");
  return (
    <Section title={t("needsAttention")}>
      {items.length === 0 ? (
        <p className="flex items-center gap-2 text-muted">
          <CircleCheck aria-hidden className="size-4 shrink-0 text-pass" />
          {t("nothingToDo")}
        </p>
      ) : (
        <ul className="divide-y">
          {items.map((item) => (
            <AttentionItem
              key={JSON.stringify(item)}
              item={item}
              timeZone={timeZone}
              mayRequest={mayRequest}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}
