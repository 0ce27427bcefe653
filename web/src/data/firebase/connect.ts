/** Connects the app to Firebase, or to the emulators that the configuration names. */
import type { WebConfig } from '@docket/model/web-config';
import { initializeApp } from 'firebase/app';
import { deferDatabase } from '../deferred-database.ts';
import type { Backend } from '../ports.ts';
import { createAccounts } from './accounts.ts';
import { createFiles } from './files.ts';
import { createFunctions } from './functions.ts';

export async function connectFirebase(config: WebConfig): Promise<Backend> {
  const app = initializeApp(config.firebase);
  const { app_check_site_key: siteKey } = config.deployment;
  if (siteKey !== null) (await import('./app-check.ts')).startAppCheck(app, siteKey);
  return {
    database: deferDatabase(async () => {
      const { createDatabase } = await import('./database.ts');
      return createDatabase(app, config.emulators);
    }),
    files: createFiles(app, config),
    functions: createFunctions(app, config),
    accounts: createAccounts(app, config.emulators),
    demo: config.demo,
  };
}
