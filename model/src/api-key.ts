/**
 * Keys with which programs use the HTTP API of a workspace: their text, and what is kept of them.
 *
 * A key reads `docket_<key id>_<secret><check>`: the id of its document, 32 random bytes in base64url, and a CRC-32 of all
 * that comes before. The beginning and the check make keys findable in code and logs (as `API_KEY_PATTERN`), and let a
 * mistyped one be refused without looking anything up. The check protects nothing: whoever makes one up can compute it.
 */
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { capabilitySchema } from './roles.ts';
import { instant } from './time.ts';

/** The alphabet of ids and checks. */
const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** RFC 4648, section 5. */
const BASE_64_URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const ID_CHARACTERS = 20;
/** As many as 62 ** 6 takes to exceed 2 ** 32. */
const CHECK_CHARACTERS = 6;
const HINT_CHARACTERS = 4;

/** Random bytes that an id is made of. */
export const API_KEY_ID_BYTES = ID_CHARACTERS;
/** Random bytes of a secret. */
export const API_KEY_SECRET_BYTES = 32;

/** What a key looks like, for scanners of secrets. Whether its check is right, `parseApiKey` says. */
export const API_KEY_PATTERN = /docket_[A-Za-z0-9]{20}_[A-Za-z0-9_-]{43}[A-Za-z0-9]{6}/u;

const WHOLE_KEY =
  /^(?<body>docket_(?<id>[A-Za-z0-9]{20})_(?<secret>[A-Za-z0-9_-]{43}))(?<check>[A-Za-z0-9]{6})$/u;

/** The id of a key's document, as the security rules want it. */
export const apiKeyIdSchema = z.string().regex(/^[A-Za-z0-9]{20}$/u);

/** `workspaces/{w}/api_keys/{key}`: seen and written by owners alone. Never deleted, so that revoking is final. */
export const apiKeySchema = z.strictObject({
  name: z.string().trim().min(1).max(LIMITS.nameCharacters),
  /** What it may do. Every key may read. */
  scopes: z.array(capabilitySchema).refine((scopes) => scopes.includes('read'), 'Every key may read.'),
  /** SHA-256 of the secret's text, in hexadecimal. With 256 random bits, nothing slower is needed. */
  secret_hash: z.string().regex(/^[0-9a-f]{64}$/u),
  /** The last characters of the key, by which people recognise it. */
  hint: z.string().regex(/^[A-Za-z0-9]{4}$/u),
  created_by: z.string(),
  created_at: instant,
  /** Null: it does not expire. */
  expires_at: instant.nullable(),
  /** Null until somebody has revoked it. */
  revoked_at: instant.nullable(),
  revoked_by: z.string().nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

/** A key taken apart. */
export interface ApiKeyParts {
  /** The id of its document. */
  id: string;
  /** What is kept as a hash alone. */
  secret: string;
}

/** A new key: its parts, what is shown once, and what is kept to recognise it. */
export interface NewApiKey extends ApiKeyParts {
  text: string;
  hint: string;
}

/** Makes a key of random bytes: `API_KEY_ID_BYTES` and `API_KEY_SECRET_BYTES` of them. */
export function composeApiKey(idBytes: Uint8Array, secretBytes: Uint8Array): NewApiKey {
  if (idBytes.length !== API_KEY_ID_BYTES || secretBytes.length !== API_KEY_SECRET_BYTES)
    throw new RangeError('An API key is made of 20 and 32 random bytes');
  // 256 is no multiple of 62: some characters are a little likelier, which an id may have.
  const id = Array.from(idBytes, (byte) => BASE_62.charAt(byte % BASE_62.length)).join('');
  const secret = base64Url(secretBytes);
  const body = `docket_${id}_${secret}`;
  const text = body + checkOf(body);
  return { id, secret, text, hint: text.slice(-HINT_CHARACTERS) };
}

/** The parts of a key; null for anything that is not one, or has been mistyped. */
export function parseApiKey(text: string): ApiKeyParts | null {
  const { body, id, secret, check } = WHOLE_KEY.exec(text)?.groups ?? {};
  if (body === undefined || id === undefined || secret === undefined) return null;
  return checkOf(body) === check ? { id, secret } : null;
}

const SIGNATURE = 'key:';

/** How what a key has written is signed, where people sign with their ids: those never hold a colon. */
export function keySignature(keyId: string): string {
  return `${SIGNATURE}${keyId}`;
}

/** The id of the key that signs so; null for a person. */
export function signingKey(signature: string): string | null {
  if (!signature.startsWith(SIGNATURE)) return null;
  return apiKeyIdSchema.safeParse(signature.slice(SIGNATURE.length)).data ?? null;
}

/** What has become of a key. An expired key that was revoked counts as revoked. */
export type ApiKeyState = 'active' | 'expired' | 'revoked';

/** The state of a key at `now`. It expires at the very moment that it names. */
export function apiKeyState(key: Pick<ApiKey, 'expires_at' | 'revoked_at'>, now: Date): ApiKeyState {
  if (key.revoked_at !== null) return 'revoked';
  return key.expires_at !== null && key.expires_at.getTime() <= now.getTime() ? 'expired' : 'active';
}

function base64Url(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 3) {
    const group = bytes.subarray(start, start + 3);
    const bits = (group[0] ?? 0) * 65_536 + (group[1] ?? 0) * 256 + (group[2] ?? 0);
    for (let place = 0; place <= group.length; place++)
      text += BASE_64_URL.charAt((bits >> (18 - 6 * place)) & 63);
  }
  return text;
}

function checkOf(body: string): string {
  let rest = crc32(body);
  let check = '';
  for (let place = 0; place < CHECK_CHARACTERS; place++) {
    check = BASE_62.charAt(rest % BASE_62.length) + check;
    rest = Math.floor(rest / BASE_62.length);
  }
  return check;
}

/** CRC-32 as in ISO 3309 and zip files, of ASCII text. */
function crc32(text: string): number {
  let crc = 0xff_ff_ff_ff;
  for (let index = 0; index < text.length; index++) {
    crc ^= text.charCodeAt(index);
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xed_b8_83_20 : crc >>> 1;
  }
  return (crc ^ 0xff_ff_ff_ff) >>> 0;
}
