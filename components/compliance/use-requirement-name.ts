import { useTranslations } from "next-intl";
import { REQUIREMENT_CODES } from "@/lib/domain/compliance";

/** What a requirement is called; one that is not known yet is told as a requirement. */
export function useRequirementName() {
  const t = useTranslations("compliance.requirement");
  return (code: string): string => t(REQUIREMENT_CODES.find((known) => known === code) ?? "other");
}
