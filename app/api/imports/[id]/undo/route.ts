import { unstable_rethrow } from "next/navigation";
import { requireAcquirer } from "@/lib/auth/session";
import { problemResponse, textDownload } from "@/lib/http/csv-download";
import { getUndoFile } from "@/lib/use-cases/imports/get-undo-file";

type Context = { params: Promise<{ id: string }> };

/** The file that undoes a past import. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { ctx } = await requireAcquirer();
    const { noun, undoFile } = await getUndoFile(ctx, (await params).id);
    return textDownload(`undo-${noun}`, undoFile);
  } catch (error) {
    unstable_rethrow(error);
    return problemResponse(error, request);
  }
}
