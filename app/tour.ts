import "server-only";
import { cookies } from "next/headers";
import { TOUR_COOKIE, type Tour, tourOf } from "@/components/home/tour";

/** How far this browser has come in the tour of the demo world. */
export const tourOfBrowser = async (): Promise<Tour> =>
  tourOf((await cookies()).get(TOUR_COOKIE)?.value);
