import { z } from "zod";

export const API_REQUESTS_PER_PAGE = 25;

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** The address of the request log; whatever cannot be read is as if it were not there. */
const Params = z.object({
  show: z.preprocess(one, z.enum(["all", "refused"]).catch("all")),
  after: z.preprocess(
    one,
    z
      .string()
      .regex(/^arq_[0-9A-HJKMNP-TV-Z]{26}$/)
      .nullable()
      .catch(null),
  ),
});

export const readApiRequestParams = (params: Record<string, unknown>) => Params.parse(params);
