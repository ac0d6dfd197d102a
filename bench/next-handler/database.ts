import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/data/generated/client";

const slot = globalThis as { prisma?: PrismaClient };

function open(): PrismaClient {
  const connectionString = process.env.NEXT_HANDLER_DATABASE_URL;
  return new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 20 }) });
}

export const prisma = (slot.prisma ??= open());
