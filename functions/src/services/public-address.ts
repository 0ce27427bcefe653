/**
 * Which addresses are on the public internet. Whatever people make the functions call must be: the network that the
 * functions run in has neighbours that trust it, such as the metadata server of a cloud machine with its credentials.
 */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The only block that global unicast addresses are given out of (IANA, "IPv6 Address Space"). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** RFC 9637. */
const DOCUMENTATION = ipaddr.IPv6.parseCIDR('3fff::/20');

/**
 * Whether `address` (as numbers, in the usual notation) belongs to one host on the public internet. Private, shared,
 * loopback, link-local, multicast, reserved and documentation addresses do not, nor do those that carry an IPv4 address
 * inside an IPv6 one: where they lead depends on the network. Whatever is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || (parsed.match(GLOBAL_UNICAST) && !parsed.match(DOCUMENTATION));
}

/** Whether `address` is this machine itself. */
export function isLoopbackAddress(address: string): boolean {
  return isIP(address) !== 0 && ipaddr.parse(address).range() === 'loopback';
}

/** Names that are resolved by the machine or the network alone: RFC 6761, 6762, 8375, and .internal, which ICANN reserves. */
const LOCAL_NAMES = ['localhost', 'local', 'internal', 'home.arpa'];

/**
 * Whether `name`, in lower case, can be the name of a host on the public internet. Names without a dot are none: where
 * they lead is up to the network, as for `metadata` on cloud machines.
 */
export function isPublicName(name: string): boolean {
  const labels = name.replace(/\.$/u, '').split('.');
  if (labels.length < 2 || labels.includes('')) return false;
  return !LOCAL_NAMES.some((local) => labels.slice(-local.split('.').length).join('.') === local);
}
