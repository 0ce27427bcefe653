/** What never leaves the client: values, comparisons and settings. */
const local = [
  'aggregateFieldEqual',
  'aggregateQuerySnapshotEqual',
  'queryEqual',
  'refEqual',
  'setLogLevel',
  'snapshotEqual',
];

/** Shown by the tests in the browser alone: they need IndexedDB. */
export const browserOnly = [
  'clearIndexedDbPersistence',
  'deleteAllPersistentCacheIndexes',
  'disablePersistentCacheIndexAutoCreation',
  'enableIndexedDbPersistence',
  'enableMultiTabIndexedDbPersistence',
  'enablePersistentCacheIndexAutoCreation',
  'persistentLocalCache',
  'persistentMultipleTabManager',
  'persistentSingleTabManager',
];

/** The names of an SDK that a server never hears of: conversions of values, and equality. */
export function clientOnly(names: readonly string[]): string[] {
  const conversions =
    /^(?:Bytes|GeoPoint|Timestamp|VectorValue|DocumentReference|Firestore)\.|\.(?:isEqual|valueOf|toString)$/u;
  const known = new Set(local);
  return names.filter(
    (name) => known.has(name) || (conversions.test(name) && !name.endsWith('.withConverter')),
  );
}
