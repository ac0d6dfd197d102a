import { toCheck } from "@/lib/contracts/check-answer";
import { checkRequest, type Check, type CheckRequest } from "@/lib/contracts/checks";
import { ACQUIRER } from "@/lib/domain/ids";
import { evaluateCheck } from "@/lib/domain/limit-check/evaluate-check";
import type { Proposal } from "@/lib/domain/limit-check/snapshot";
import { DAY_MS } from "@/lib/domain/zoned-time";
import { reasonText } from "@/lib/i18n/reason-text";
import { newId } from "@/lib/platform/ids";
import { prisma } from "../../database";
import { type Key, named, readRequest, refuse } from "../../read-request";
import { readSnapshot } from "../../read-snapshot";

const checkBody = checkRequest.extend(named);

const toProposal = (body: CheckRequest): Proposal => ({
  terminalId: body.terminal_id,
  amountMinor: body.amount.value,
  currency: body.amount.currency,
  entryMode: body.entry_mode,
  fundingSource: body.funding_source,
  cardOrigin: body.card_origin,
  cardExpiry: body.card_expiry,
});

type Asked = { key: Key; merchantId: string; proposal: Proposal; at: number; now: number };

async function decide({ key, merchantId, proposal, at, now }: Asked): Promise<Check> {
  const snapshot = await readSnapshot(merchantId, proposal.terminalId, at);
  const audience = key.merchantId === ACQUIRER ? "acquirer" : "merchant";
  const result = evaluateCheck(snapshot, proposal, at, { audience, evaluatedAt: now });
  const { profile, timeZone } = snapshot.acquirer;
  const run = { checkId: newId("chk"), merchantId, proposal, result, profile, timeZone };
  const charge = { merchantId, ...proposal };
  return toCheck(run, (reason) => reasonText(reason, charge, timeZone));
}

async function record({ key, merchantId, proposal, now }: Asked, answer: Check): Promise<void> {
  const { terminalId, amountMinor, currency } = proposal;
  await prisma.check.create({
    data: {
      ...{ merchantId, checkId: answer.id, terminalId, amountMinor, currency },
      ...{ decision: answer.decision, answer, source: "api", actorId: key.keyId },
      evaluatedAt: new Date(now),
    },
    select: { checkId: true },
  });
}

export async function POST(request: Request): Promise<Response> {
  const read = await readRequest(request, "checks:run", checkBody);
  if (read instanceof Response) return read;
  const now = Date.now();
  const at = read.body.occurs_at ?? now;
  if (at < now - DAY_MS || at > now + 31 * DAY_MS) return refuse("validation-failed");
  const { key, merchantId, body } = read;
  const asked = { key, merchantId, proposal: toProposal(body), at, now };
  const answer = await decide(asked);
  await record(asked, answer);
  return Response.json(answer);
}
