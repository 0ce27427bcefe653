/** Keeps a map in bounds. */

/** Takes those out that were put in first, until `map` has at most `most` entries. */
export function forgetOldest<K>(map: Map<K, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
