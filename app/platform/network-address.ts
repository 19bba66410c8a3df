import { BlockList, isIP } from "node:net";

/** Networks such as 10.0.0.0/8, and single addresses. */
export function networks(list: readonly string[]): BlockList {
  const blocks = new BlockList();
  for (const entry of list) {
    const [address = "", bits] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) blocks.addAddress(address, family);
    else blocks.addSubnet(address, Number(bits), family);
  }
  return blocks;
}

export const isWithin = (blocks: BlockList, address: string): boolean =>
  isIP(address) !== 0 && blocks.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

/** IPv4 in the clothes of IPv6, undressed. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "");

/** Who asks: what a trusted proxy says, and else the other end of the connection. */
export function askingAddress(headers: Headers, remote: string, proxies: BlockList): string {
  let address = plainAddress(remote);
  // Each proxy adds what it saw at the end; from there back, the first that is no proxy of ours is the one who asks.
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  while (isWithin(proxies, address)) {
    const before = plainAddress(chain.pop() ?? "");
    if (isIP(before) === 0) break;
    address = before;
  }
  return address;
}
