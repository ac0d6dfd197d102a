"use client";

import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-class";

type DownloadButtonProps = {
  name: string;
  content: string;
  variant?: ButtonVariant;
  children: ReactNode;
};

/** Saves a text the page already holds as a file. */
export function DownloadButton({ name, content, variant, children }: DownloadButtonProps) {
  const save = () => {
    const url = URL.createObjectURL(new Blob([content], { type: "text/csv;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Button variant={variant} onClick={save}>
      <Download aria-hidden className="size-4" />
      {children}
    </Button>
  );
}
