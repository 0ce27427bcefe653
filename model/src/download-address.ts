/** Addresses that open objects of Storage without its SDK: whoever has the token needs nothing else. Pure. */

/** Where Storage answers, in production. */
const STORAGE_ORIGIN = 'https://firebasestorage.googleapis.com';

/** Where objects are. */
export interface ObjectStore {
  bucket: string;
  /** `127.0.0.1:9199` on the local stack; null in production. */
  emulator: string | null;
}

/** The address of the object at `path`, opened by its download token. */
export function downloadAddress({ bucket, emulator }: ObjectStore, path: string, token: string): string {
  const origin = emulator === null ? STORAGE_ORIGIN : `http://${emulator}`;
  return `${origin}/v0/b/${bucket}/o/${encodeURIComponent(path)}?alt=media&token=${encodeURIComponent(token)}`;
}
