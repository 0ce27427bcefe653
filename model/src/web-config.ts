/** What the web app must know at start-up: which Firebase project, and whether emulators stand in for its services. */
import { z } from 'zod';

/** Public settings of the Firebase web app. None of them is a secret. */
export const firebaseSettingsSchema = z.object({
  apiKey: z.string(),
  projectId: z.string(),
  storageBucket: z.string(),
  authDomain: z.string().exactOptional(),
  appId: z.string().exactOptional(),
  messagingSenderId: z.string().exactOptional(),
});
export type FirebaseSettings = z.infer<typeof firebaseSettingsSchema>;

const port = z.number().int().min(1).max(65_535);

/** Where the local services listen: one host, a port each. */
export const emulatorsSchema = z.object({
  host: z.string(),
  auth: port,
  firestore: port,
  functions: port,
  storage: port,
});
export type Emulators = z.infer<typeof emulatorsSchema>;

/** Where the functions and their queues are, unless a deployment says otherwise. */
export const DEFAULT_REGION = 'us-central1';

/**
 * What a page must know of its deployment besides Hosting's settings. Served at `DEPLOYMENT_PATH`; made from the parameters of the
 * functions when the site is deployed, so that both agree.
 */
export const deploymentSchema = z.object({
  region: z.string().min(1).default(DEFAULT_REGION),
  /** The key of a reCAPTCHA Enterprise site: requests prove that they come from the app. Null: they do not. */
  app_check_site_key: z.string().min(1).nullable().default(null),
});
export type Deployment = z.infer<typeof deploymentSchema>;

/** Served at `WEB_CONFIG_PATH` by the local stack. */
export const webConfigSchema = z.object({
  firebase: firebaseSettingsSchema,
  deployment: deploymentSchema.prefault({}),
  /** Null in production. */
  emulators: emulatorsSchema.nullable(),
  /** The account of the local stack that anybody may use; null where there is none. */
  demo: z.object({ email: z.string(), password: z.string() }).nullable(),
});
export type WebConfig = z.infer<typeof webConfigSchema>;

/** Served by the local stack, on the page's own origin. */
export const WEB_CONFIG_PATH = '/__/docket/config.json';

/** Served by Firebase Hosting: the bare Firebase settings. */
export const HOSTING_CONFIG_PATH = '/__/firebase/init.json';

/** A file of the deployed site. */
export const DEPLOYMENT_PATH = '/deployment.json';
