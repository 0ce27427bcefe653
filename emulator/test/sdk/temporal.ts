/** The Temporal that browsers have and this version of Node keeps behind a flag, for the SDKs to find. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

if (!('Temporal' in globalThis)) {
  setFlagsFromString('--harmony-temporal');
  // Only contexts that are made after the flag have it.
  Object.defineProperty(globalThis, 'Temporal', { value: runInNewContext('Temporal'), configurable: true });
}
