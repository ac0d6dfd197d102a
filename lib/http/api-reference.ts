import "server-only";
import { type ApiDocument, type ApiReference, readReference } from "@/lib/contracts/api-reference";
import { openApiText } from "@/lib/http/openapi";
import { env } from "@/lib/platform/env";

let reference: ApiReference | undefined;

/** The API as people read it, from the very document that machines read. */
export const apiReference = (): ApiReference =>
  (reference ??= readReference(
    JSON.parse(openApiText()) as ApiDocument,
    `${env().publicUrl}/api/v1`,
  ));
