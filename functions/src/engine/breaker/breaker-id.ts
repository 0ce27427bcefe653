/** Which document keeps the breaker of a service. */
import { createHash } from 'node:crypto';
import type { Service } from '@docket/model/breaker';

/** Characters of the name that are kept, for people who look at the database. */
const NAME_CHARACTERS = 40;

/** Characters of the hash: services whose names differ never share a breaker. */
const HASH_CHARACTERS = 16;

/** The id of the breaker of `service`, of letters, digits, `-` and `_`: `image_host-cdn-example-com-1f0c…`. */
export function breakerId({ kind, name }: Service): string {
  const readable = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, NAME_CHARACTERS);
  const hash = createHash('sha256').update(name).digest('hex').slice(0, HASH_CHARACTERS);
  return `${kind}-${readable}-${hash}`;
}
