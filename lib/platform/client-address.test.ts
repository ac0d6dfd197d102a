import { describe, expect, it } from "vitest";
import {
  addressBlock,
  clientAddress,
  isAddressRange,
  proxyList,
} from "@/lib/platform/client-address";

const trusted = proxyList(["10.0.0.0/8", "192.0.2.7", "2001:db8::/32"]);

describe("the client's address", () => {
  it("is the peer's own when the peer is no trusted proxy", () => {
    expect(clientAddress("203.0.113.9", "198.51.100.1", trusted)).toBe("203.0.113.9");
    expect(clientAddress("203.0.113.9", undefined, trusted)).toBe("203.0.113.9");
  });

  it("is the last one that no trusted proxy vouches for", () => {
    expect(clientAddress("10.1.2.3", "198.51.100.1", trusted)).toBe("198.51.100.1");
    expect(clientAddress("10.1.2.3", "6.6.6.6, 198.51.100.1, 192.0.2.7", trusted)).toBe(
      "198.51.100.1",
    );
    expect(clientAddress("2001:db8::1", "2001:dead::5", trusted)).toBe("2001:dead::5");
  });

  it("stays the proxy's when the header is missing or no address", () => {
    expect(clientAddress("10.1.2.3", undefined, trusted)).toBe("10.1.2.3");
    expect(clientAddress("10.1.2.3", "somebody", trusted)).toBe("10.1.2.3");
    expect(clientAddress(undefined, "1.2.3.4", trusted)).toBe("unknown");
  });

  it("reads an IPv4 address that came over IPv6 as what it is", () => {
    expect(clientAddress("::ffff:203.0.113.9", undefined, trusted)).toBe("203.0.113.9");
    expect(clientAddress("::ffff:10.0.0.1", "198.51.100.1", trusted)).toBe("198.51.100.1");
  });
});

describe("a place", () => {
  it("is one IPv4 address, or one /64", () => {
    expect(addressBlock("203.0.113.9")).toBe("203.0.113.9");
    expect(addressBlock("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
    expect(addressBlock("2001:0DB8:1:2::9")).toBe("2001:db8:1:2::/64");
    expect(addressBlock("2001:db8::1")).toBe("2001:db8:0:0::/64");
    expect(addressBlock("::1")).toBe("0:0:0:0::/64");
    expect(addressBlock("unknown")).toBe("unknown");
  });
});

describe("a trusted proxy", () => {
  it("is an address or a range", () => {
    const good = ["10.0.0.1", "10.0.0.0/8", "::1", "2001:db8::/128"];
    const bad = ["proxy", "10.0.0.0/33", "::1/129", "10.0.0.0/", "10.0.0.0/8/8", ""];
    expect(good.filter(isAddressRange)).toEqual(good);
    expect(bad.filter(isAddressRange)).toEqual([]);
  });
});
