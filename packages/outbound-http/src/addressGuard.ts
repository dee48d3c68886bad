import { isIP, LookupFunction } from 'node:net';
import { lookup } from 'node:dns';
import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Where clouds answer questions about a machine, credentials included. */
const metadataAddresses = [
  '100.100.100.200/32',
  '169.254.0.0/16',
  '192.0.0.192/32',
  'fd00:ec2::254/128',
  'fd20:ce::254/128',
];

/** Ranges in which no registry, cost source or cluster answers. */
const refusedRanges = new Set([
  'unspecified',
  'broadcast',
  'multicast',
  'linkLocal',
]);

const translated = new Set(['rfc6052', '6to4']);

function isIn(address: Address, cidr: string): boolean {
  const [range, bits] = ipaddr.parseCIDR(cidr);
  return address.kind() === range.kind() && address.match(range, bits);
}

/** The IPv4 address that a translated IPv6 address reaches in the end. */
function embedded(address: Address): Address {
  if (!(address instanceof ipaddr.IPv6)) return address;
  const range = address.range();
  if (!translated.has(range)) return address;
  const bytes = address.toByteArray();
  const start = range === '6to4' ? 2 : 12;
  return ipaddr.fromByteArray(bytes.slice(start, start + 4));
}

/**
 * Whether a call may reach an address. Link-local and metadata addresses are
 * refused, in whatever notation, unless one of the ranges allows them.
 *
 * @param allowed - ranges in CIDR notation
 * @public
 */
export function isAllowedAddress(
  text: string,
  allowed: readonly string[] = [],
): boolean {
  const address = embedded(ipaddr.process(text.replace(/^\[|\]$/g, '')));
  if (allowed.some(cidr => isIn(address, cidr))) return true;
  if (refusedRanges.has(address.range())) return false;
  return !metadataAddresses.some(cidr => isIn(address, cidr));
}

/**
 * Whether a text is a range that `allowedAddresses` takes.
 *
 * @public
 */
export function isAddressRange(text: string): boolean {
  return ipaddr.isValidCIDR(text);
}

/** Thrown where a connection would be opened. */
export class RefusedAddress extends Error {
  readonly name = 'RefusedAddress';
}

/** Refuses a host that is written as an address; names are checked when resolved. */
export function assertAllowedHost(
  { hostname }: URL,
  allowed: readonly string[],
): void {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !isAllowedAddress(host, allowed))
    throw new RefusedAddress(host);
}

/**
 * Resolves names for a connection, and refuses what they resolve to; the very
 * address that was checked is the one that is connected to.
 */
export function guardedLookup(allowed: readonly string[]): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const refused = addresses.find(
        ({ address }) => !isAllowedAddress(address, allowed),
      );
      if (refused) return callback(new RefusedAddress(refused.address), []);
      const [first] = addresses;
      return options.all
        ? callback(null, addresses)
        : callback(null, first.address, first.family);
    });
  };
}
