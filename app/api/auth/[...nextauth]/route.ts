import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authRouteOf } from "@/lib/auth/auth-routes";
import { authOptions } from "@/lib/auth/options";
import { optionalSession } from "@/lib/auth/session";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handler(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  const answeredBy = authRouteOf(request.method, nextauth);
  if (answeredBy === "nothing") return new Response(null, { status: 404 });
  if (answeredBy === "sign_in_page") {
    return new Response(null, { status: 303, headers: { location: "/sign-in" } });
  }
  // Its cookie outlives a session that was revoked.
  if (nextauth[0] === "session" && !(await optionalSession())) return Response.json({});
  return NextAuth(request, context as never, authOptions()) as Promise<Response>;
}

export { handler as GET, handler as POST };
