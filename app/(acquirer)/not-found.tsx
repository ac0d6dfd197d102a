export { generateMetadata } from "@/app/not-found-metadata";
export { NotFoundPage as default } from "@/components/shell/not-found-page";
