import { unstable_rethrow } from "next/navigation";
import type { ActionResult } from "@/lib/contracts/action-result";

/** `fetch` fails with a TypeError when nothing could be reached; anything else came from the server. */
const codeOf = (error: unknown) => (error instanceof TypeError ? "no-connection" : "unavailable");

/** Calls a server action; a connection that breaks becomes a problem to tell, like any other. */
export async function callAction<T>(act: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    return await act();
  } catch (error) {
    unstable_rethrow(error);
    return {
      ok: false,
      problem: { code: codeOf(error), fields: [], extra: {}, requestId: "" },
    };
  }
}
