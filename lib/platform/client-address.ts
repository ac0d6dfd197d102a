import { BlockList, isIP } from "node:net";

/** Carries the client's address from the edge of the process inwards; never believed from outside. */
export const CLIENT_ADDRESS_HEADER = "x-client-address";

/** Set to "1" by requests that a page makes on its own: they never count as activity. */
export const BACKGROUND_HEADER = "x-background";

const unmapped = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, "");

const family = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** Whether `entry` is an address or a CIDR range. */
export function isAddressRange(entry: string): boolean {
  const [address = "", bits, ...rest] = entry.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 6 ? 128 : 32))
  );
}

/** The addresses and CIDR ranges that may speak for others. */
export function proxyList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", bits] = entry.split("/");
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

/** What counts as one place: an IPv4 address, or the /64 that one IPv6 customer usually holds. */
export function addressBlock(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(zeros).fill("0"), ...right];
  const network = groups.slice(0, 4).map((group) => parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}
