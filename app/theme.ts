import { cookies } from "next/headers";
import { isTheme, type Theme, THEME_COOKIE } from "@/components/shell/theme";

/** The theme the person chose, or the device's. */
export async function readTheme(): Promise<Theme> {
  const chosen = (await cookies()).get(THEME_COOKIE)?.value;
  return isTheme(chosen) ? chosen : "system";
}
