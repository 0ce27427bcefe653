/** Which Firebase project the page belongs to: asked of its own origin, so that one build serves every project. */
import {
  DEPLOYMENT_PATH,
  deploymentSchema,
  firebaseSettingsSchema,
  HOSTING_CONFIG_PATH,
  WEB_CONFIG_PATH,
  type WebConfig,
  webConfigSchema,
} from '@docket/model/web-config';

/** JSON at `path`, or null where there is none. Hosting answers unknown paths with the page itself. */
async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(path, { headers: { accept: 'application/json' } });
  const type = response.headers.get('content-type') ?? '';
  return response.ok && type.includes('json') ? response.json() : null;
}

/** The local stack's configuration, otherwise that of Firebase Hosting. Rejects when there is neither. */
export async function loadConfig(): Promise<WebConfig> {
  const local = webConfigSchema.safeParse(await fetchJson(WEB_CONFIG_PATH));
  if (local.success) return local.data;
  const [settings, deployment] = await Promise.all([
    fetchJson(HOSTING_CONFIG_PATH),
    fetchJson(DEPLOYMENT_PATH),
  ]);
  return {
    firebase: firebaseSettingsSchema.parse(settings),
    deployment: deploymentSchema.parse(deployment ?? {}),
    emulators: null,
    demo: null,
  };
}
