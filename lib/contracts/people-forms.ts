import { z } from "zod";

export const PersonRef = z.strictObject({ userId: z.string().max(40) });
