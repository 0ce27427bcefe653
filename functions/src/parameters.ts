/**
 * What whoever deploys Docket may decide. Values are in functions/config: `.env` has all of them with what they are unless somebody
 * says otherwise, `.env.PROJECT` what is different for a project. Described for people in docs/operations.md.
 */
import { DEFAULT_REGION } from '@docket/model/web-config';
import { defineBoolean, defineInt, defineString, select } from 'firebase-functions/params';

/** Near the database: what is far from it takes longer with every read. The functions, their queues, and where pages look for them. */
export const region = defineString('DOCKET_REGION', {
  default: DEFAULT_REGION,
  label: 'Region',
  description: 'Where functions and task queues are. Take one at or near the location of the database.',
});

/** A worker holds a document or an image in memory, decoded. */
export const workerMemory = defineInt('DOCKET_WORKER_MEMORY_MB', {
  default: 1024,
  input: select([1024, 2048, 4096]),
  label: 'Memory of workers',
  description: 'MiB for each instance that reads documents or makes images.',
});

/** More of them finish a backlog earlier. Each has its processor and is paid for while it works. */
export const workerInstances = defineInt('DOCKET_WORKER_INSTANCES', {
  default: 20,
  label: 'Workers',
  description: 'Instances of each kind that may work at once: documents, and images.',
});

/** A bound to what a mistake or an attack can cost. */
export const maxInstances = defineInt('DOCKET_MAX_INSTANCES', {
  default: 20,
  label: 'Most instances',
  description: 'Instances that each of the light functions may have at once.',
});

/** Somebody waits for these functions; one that is kept warm starts no second later, and is paid for all the time. */
export const minInstances = defineInt('DOCKET_MIN_INSTANCES', {
  default: 0,
  label: 'Instances kept warm',
  description: 'Instances that are always there for the functions that people and programs wait for.',
});

/** Light functions wait for the database most of the time, so that one instance answers many. */
export const lightConcurrency = defineInt('DOCKET_LIGHT_CONCURRENCY', {
  default: 80,
  label: 'Requests at once',
  description: 'Requests that one instance of a light function deals with at once.',
});

/** Calls from elsewhere than the app are refused: the site needs DOCKET_APP_CHECK_SITE_KEY then. */
const appCheckEnforced = defineBoolean('DOCKET_ENFORCE_APP_CHECK', {
  default: false,
  label: 'Enforce App Check',
  description: 'Refuse callable functions to whatever is not the app. Set the site key first.',
});

/** Read by scripts/site-settings.ts alone, which tells the site; declared here with all others. */
defineString('DOCKET_APP_CHECK_SITE_KEY', {
  default: '',
  label: 'App Check site key',
  description:
    'Key of a reCAPTCHA Enterprise site, with which the app proves what it is. Empty: it does not.',
});

/** Read in app.ts. */
defineString('DOCKET_PUBLIC_URL', {
  default: '',
  label: 'Address of the site',
  description: 'Where people find the app, for links in mails. Empty: mails have no links.',
});

/** Read in listings/analysis/photo. */
defineString('DOCKET_PHOTO_READER', {
  default: 'embedded',
  input: select(['embedded', 'vision']),
  label: 'Who looks at photos',
  description:
    'embedded: words are read here, things are not named. vision: Google Cloud Vision, paid by photo.',
});

/** Whether callable functions are refused to whatever is not the app. Read when they are declared, which is when an instance starts. */
export const enforceAppCheck = process.env[appCheckEnforced.name] === 'true';

/** The region at run time. Programs that no deployment has told (tests) are in the usual one. */
export function currentRegion(environment: Record<string, string | undefined>): string {
  return environment[region.name] || DEFAULT_REGION;
}
