/** The addresses that somebody has typed or pasted, one a line: which can be fetched, and what is wrong with the others. Pure. */
import { LIMITS } from '../limits.ts';
import { type AddressFault, readImageAddress } from './image-address.ts';

/** A line that cannot be used. Lines count from 1. */
interface RefusedLine {
  line: number;
  text: string;
  reason: string;
}

export interface AddressList {
  /** Each once, as the browser spells it, in the order of the lines. */
  urls: readonly string[];
  refused: readonly RefusedLine[];
  /** How many lines repeat an earlier one. */
  repeated: number;
  /** How many addresses there are beyond what one import takes. */
  beyond: number;
}

/** What is wrong with an address, for people. */
export const ADDRESS_FAULTS: Record<AddressFault, string> = {
  no_scheme: 'An address begins with http:// or https://.',
  not_an_address: 'This is not an address.',
  password: 'Addresses with a password are not fetched.',
  too_long: `Addresses may have up to ${LIMITS.urlCharacters.toLocaleString('en')} characters.`,
};

export function addressList(text: string): AddressList {
  const urls = new Set<string>();
  const refused: RefusedLine[] = [];
  let repeated = 0;
  for (const [index, raw] of text.split(/\r\n|[\r\n]/u).entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const address = readImageAddress(line);
    if (!address.ok) refused.push({ line: index + 1, text: line, reason: ADDRESS_FAULTS[address.fault] });
    else if (urls.has(address.url)) repeated += 1;
    else urls.add(address.url);
  }
  const all = [...urls];
  return {
    urls: all.slice(0, LIMITS.importedUrls),
    refused,
    repeated,
    beyond: Math.max(0, all.length - LIMITS.importedUrls),
  };
}

/** What an image is called until its file says otherwise: the end of its address. */
export function nameOfAddress(url: string): string {
  const { pathname, hostname } = new URL(url);
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** The addresses of each host by themselves: a host that does not answer keeps back only the batches of its own. */
export function byHost<T extends { url: string }>(addressed: readonly T[]): T[][] {
  return [...Map.groupBy(addressed, ({ url }) => new URL(url).host).values()];
}
