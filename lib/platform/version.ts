import { version } from "@/package.json";

/** The version of this program, and of what runs it. */
export const programVersion = () => ({ headroom: version, node: process.versions.node });
