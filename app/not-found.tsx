import { SessionFrame } from "@/app/session-frame";
import { NotFoundPage } from "@/components/shell/not-found-page";

export { generateMetadata } from "@/app/not-found-metadata";

export default function NotFound() {
  return (
    <SessionFrame>
      <NotFoundPage />
    </SessionFrame>
  );
}
