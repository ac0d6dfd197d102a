import "server-only";
import { notFound } from "next/navigation";
import { NotFoundError } from "@/lib/domain/errors";

/** What was asked for, or the page that says there is no such thing. */
export function found<T>(asked: Promise<T>): Promise<T> {
  return asked.catch((error: unknown) => {
    if (error instanceof NotFoundError) notFound();
    throw error;
  });
}
