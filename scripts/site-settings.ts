/**
 * `npm run site-settings`: tells the built site of the parameters of its deployment, in web/dist/deployment.json. Run by
 * `firebase deploy` (firebase.json), which names the project in GCLOUD_PROJECT.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DEPLOYMENT_PATH } from '@docket/model/web-config';
import { root } from './local-stack/stack-file.ts';
import { deploymentOf, parametersOf } from './deployment.ts';

const deployment = deploymentOf(await parametersOf(process.env['GCLOUD_PROJECT']));
await writeFile(path.join(root, 'web/dist', DEPLOYMENT_PATH), `${JSON.stringify(deployment)}\n`);
