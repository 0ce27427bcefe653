/** What never leaves the client: values, comparisons and settings. */
const local = [
  'DocumentReference.fromJSON',
  'DocumentReference.toJSON',
  'Firestore.toJSON',
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
  const ofValues = /^(?:Bytes|GeoPoint|Timestamp|VectorValue)\.|\.isEqual$/u;
  const known = new Set(local);
  return names.filter((name) => known.has(name) || ofValues.test(name));
}
