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
