import { optionalSession } from "@/lib/auth/session";

/** Whether this browser is still signed in; pages ask it by themselves, which is no activity. */
export async function GET(): Promise<Response> {
  return new Response(null, { status: (await optionalSession()) ? 204 : 401 });
}
