/** Memory of pictures, which the garbage collector knows the size of only roughly and gives back late. */

/**
 * Gives back the memory of bytes that nobody uses any more, at once: they are empty afterwards. Without it, a worker looks
 * through all it holds whenever another 64 MB of pictures have come and gone, a tenth of its time. Does nothing to bytes that
 * share their memory with others. Nothing may be working on them: it would read what is no longer there.
 */
export function letGo({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
