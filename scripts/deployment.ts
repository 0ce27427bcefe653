/** The parameters of a deployment, as the Firebase CLI reads them for the functions. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { type Deployment, deploymentSchema } from '@docket/model/web-config';
import { root } from './local-stack/stack-file.ts';

const folder = path.join(root, 'functions/config');

/** By name: those of everybody, and over them those of `project`, if it has any. */
export async function parametersOf(project?: string): Promise<Record<string, string | undefined>> {
  const usual = parseEnv(await readFile(path.join(folder, '.env'), 'utf8'));
  if (project === undefined) return usual;
  const own = await readFile(path.join(folder, `.env.${project}`), 'utf8').catch(() => '');
  return { ...usual, ...parseEnv(own) };
}

/** What pages must know of a deployment with `parameters`. Throws a ZodError that names a parameter that makes no sense. */
export function deploymentOf(parameters: Readonly<Record<string, string | undefined>>): Deployment {
  return deploymentSchema.parse({
    region: parameters['DOCKET_REGION'],
    app_check_site_key: parameters['DOCKET_APP_CHECK_SITE_KEY'] || null,
  });
}
