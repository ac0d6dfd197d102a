import { BlockList, isIP } from "node:net";

/** Carries the client's address from the edge of the process inwards; never believed from outside. */
export const CLIENT_ADDRESS_HEADER = "x-client-address";

const unmapped = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, "");

const family = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** Addresses and CIDR ranges that may speak for others. */
export function proxyList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", bits] = entry.split("/");
    if (isIP(address) === 0) throw new Error(`TRUSTED_PROXIES: "${entry}" is not an address`);
    if (bits === undefined) list.addAddress(address, family(address));
    else list.addSubnet(address, Number(bits), family(address));
  }
  return list;
}

/**
 * The address a request really comes from: the peer's own, or, behind trusted proxies, the last
 * one in X-Forwarded-For that is not itself a trusted proxy.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trusted: BlockList,
): string {
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && trusted.check(address, family(address));
  let address = unmapped(peer ?? "unknown");
  const hops = (forwardedFor ?? "").split(",").map((hop) => unmapped(hop.trim()));
  while (isTrusted(address)) {
    const hop = hops.pop();
    if (hop === undefined || isIP(hop) === 0) break;
    address = hop;
  }
  return address;
}
