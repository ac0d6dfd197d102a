import { useTranslations } from "next-intl";
import { useFaultText } from "@/components/limit-requests/use-fault-text";

/** Why one of several limits cannot be asked about; what any request may meet is told as there. */
export function usePlanFault() {
  const t = useTranslations("severalRequests.fault");
  const ofAny = useFaultText();
  return (code: string): string => {
    const key = code as "open_request";
    return t.has(key) ? t(key) : ofAny(code);
  };
}
