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

/** Served at `WEB_CONFIG_PATH` by the local stack. */
export const webConfigSchema = z.object({
  firebase: firebaseSettingsSchema,
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
