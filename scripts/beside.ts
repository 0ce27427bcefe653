/** Tests that run beside the browser tests, see test.ts. */
import path from 'node:path';
import { localDirectory } from './local-stack/stack-file.ts';

/** This file is there for as long as other tests run beside the browser tests. */
export const besideFile = path.join(localDirectory, 'e2e/beside');
