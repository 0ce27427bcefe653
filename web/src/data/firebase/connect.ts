/** Connects the app to Firebase, or to the emulators that the configuration names. */
import type { WebConfig } from '@docket/model/web-config';
import { initializeApp } from 'firebase/app';
import { deferDatabase } from '../deferred-database.ts';
import type { Backend } from '../ports.ts';
import { createAccounts } from './accounts.ts';
import { createFiles } from './files.ts';
import { createFunctions } from './functions.ts';

export function connectFirebase(config: WebConfig): Backend {
  const app = initializeApp(config.firebase);
  return {
    database: deferDatabase(async () => {
      const { createDatabase } = await import('./database.ts');
      return createDatabase(app, config.emulators);
    }),
    files: createFiles(app, config),
    functions: createFunctions(app, config.emulators),
    accounts: createAccounts(app, config.emulators),
    demo: config.demo,
  };
}
