import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonClass, type ButtonSize, type ButtonVariant } from "@/components/ui/button-class";

type LinkButtonProps = ComponentProps<typeof Link> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
};

export function LinkButton(props: LinkButtonProps) {
  const { variant = "secondary", size = "medium", className, ...rest } = props;
  return <Link {...rest} className={buttonClass(variant, size, className)} />;
}
