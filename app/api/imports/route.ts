import { optionalSession } from "@/lib/auth/session";
import { ImportSent } from "@/lib/contracts/imports/import-preview";
import { can } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";
import { readImportForm } from "@/lib/http/import-form";
import { streamImport } from "@/lib/http/import-stream";

const refuse = (status: number) => new Response(null, { status });

/** Shows or applies an uploaded file; says how far it is while it works. */
export async function POST(request: Request): Promise<Response> {
  const session = await optionalSession();
  if (!session) return refuse(401);
  if (!can(session.ctx.actor, "imports.apply", ACQUIRER)) return refuse(403);
  const form = await readImportForm(request);
  if (form === null) return refuse(413);
  const sent = ImportSent.safeParse(form);
  return sent.success ? streamImport(session.ctx, sent.data) : refuse(400);
}
