/** The files that `firebase deploy` goes by, against the schemas that the Firebase CLI brings along. */
import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { deploymentOf, parametersOf } from './deployment.ts';
import { root } from './local-stack/stack-file.ts';

const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(path.join(root, name), 'utf8'));

/** What the schema says against a file; empty if nothing. */
async function complaints(file: string, schemaName: string): Promise<string[]> {
  const schema = z
    .record(z.string(), z.unknown())
    .parse(await read(`node_modules/firebase-tools/schema/${schemaName}`));
  const ajv = new Ajv({ allErrors: true, strict: false });
  ajv.validate(schema, await read(file));
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const configSchema = z.looseObject({
  firestore: z.object({ rules: z.string(), indexes: z.string() }),
  storage: z.object({ rules: z.string() }),
  functions: z.array(
    z.looseObject({ source: z.string(), configDir: z.string(), predeploy: z.array(z.string()) }),
  ),
  hosting: z.looseObject({
    public: z.string(),
    predeploy: z.array(z.string()),
    rewrites: z.array(
      z.looseObject({ source: z.string(), function: z.object({ functionId: z.string() }).optional() }),
    ),
    headers: z.array(
      z.object({ source: z.string(), headers: z.array(z.object({ key: z.string(), value: z.string() })) }),
    ),
  }),
});
const config = configSchema.parse(await read('firebase.json'));

const indexesSchema = z.object({
  fieldOverrides: z.array(
    z.looseObject({ collectionGroup: z.string(), fieldPath: z.string(), ttl: z.boolean().optional() }),
  ),
});

describe('firebase.json', () => {
  it('is what the Firebase CLI takes, and so is .firebaserc', async () => {
    expect(await complaints('firebase.json', 'firebase-config.json')).toEqual([]);
    expect(await complaints('.firebaserc', 'firebaserc.json')).toEqual([]);
  });

  it('names files that are there, or that are built before they are deployed', async () => {
    const { firestore, storage, functions, hosting } = config;
    for (const file of [firestore.rules, firestore.indexes, storage.rules])
      expect((await stat(path.join(root, file))).isFile()).toBe(true);
    for (const { configDir, source, predeploy } of functions) {
      expect((await stat(path.join(root, configDir, '.env'))).isFile()).toBe(true);
      expect([source, predeploy]).toEqual(['functions/dist', ['npm run build -w functions']]);
    }
    expect([hosting.public, hosting.predeploy]).toEqual([
      'web/dist',
      ['npm run build -w web', 'npm run site-settings'],
    ]);
  });

  it('hands requests over to functions that exist, before the page takes everything else', async () => {
    const source = await readFile(path.join(root, 'functions/src/index.ts'), 'utf8');
    const last = config.hosting.rewrites.at(-1);
    expect(last).toEqual({ source: '**', destination: '/index.html' });
    const targets = config.hosting.rewrites.slice(0, -1);
    expect(targets.map(({ source: from }) => from)).toEqual(['/api/**']);
    for (const { function: target } of targets)
      expect(source).toContain(`export const ${target?.functionId} = onRequest(`);
  });
});

describe('the headers of the site', () => {
  /** As Hosting sends them: of two rules that match, the later one counts. */
  const headersOf = (address: string) => {
    const matching = config.hosting.headers.filter(({ source }) =>
      source === '**' ? true : address.startsWith(source.replace('**', '')),
    );
    return new Map(matching.flatMap(({ headers }) => headers.map(({ key, value }) => [key, value] as const)));
  };

  it('let the page be asked for anew each time, and what it loads be kept', () => {
    expect(headersOf('/w/harbour/collections').get('Cache-Control')).toBe('no-cache');
    expect(headersOf('/assets/index-Dx1.js').get('Cache-Control')).toContain('immutable');
  });

  it('allow no code that was not deployed with the site, and no other site to show it', () => {
    const policy = headersOf('/').get('Content-Security-Policy') ?? '';
    const directives = new Map(
      policy.split('; ').map((directive) => {
        const [name = '', ...values] = directive.split(' ');
        return [name, values] as const;
      }),
    );
    expect(directives.get('script-src')).not.toContain("'unsafe-inline'");
    expect(directives.get('script-src')).not.toContain("'unsafe-eval'");
    expect(directives.get('frame-ancestors')).toEqual(["'none'"]);
    expect(directives.get('object-src')).toEqual(["'none'"]);
    expect(directives.get('base-uri')).toEqual(["'self'"]);
    expect(headersOf('/').get('X-Content-Type-Options')).toBe('nosniff');
  });
});

describe('the indexes and policies of the database', () => {
  it('are what the Firebase CLI takes', async () => {
    const loaded: unknown = createRequire(import.meta.url)('firebase-tools/lib/firestore/api.js');
    const { FirestoreApi } = z.object({ FirestoreApi: z.custom<new () => object>() }).parse(loaded);
    const api = new FirestoreApi();
    const validate = z.custom<(spec: unknown) => void>().parse(Reflect.get(api, 'validateSpec'));
    const spec = await read(config.firestore.indexes);
    expect(() => Reflect.apply(validate, api, [spec])).not.toThrow();
    expect(() => Reflect.apply(validate, api, [{ indexes: [{}] }])).toThrow('collectionGroup');
  });

  it('remove what is history, by the time that it says itself', async () => {
    const { fieldOverrides } = indexesSchema.parse(await read(config.firestore.indexes));
    const policies = fieldOverrides.filter(({ ttl }) => ttl === true);
    expect(policies.map(({ collectionGroup, fieldPath }) => `${collectionGroup}.${fieldPath}`)).toEqual([
      'idempotency_keys.expires_at',
      'invitations.expires_at',
      'jobs.expires_at',
      'mail.expires_at',
      'webhook_deliveries.expires_at',
    ]);
  });
});

describe('what a site is told of its deployment', () => {
  it('is in the usual region, without App Check, unless the parameters say otherwise', async () => {
    expect(deploymentOf(await parametersOf())).toEqual({ region: 'us-central1', app_check_site_key: null });
    expect(deploymentOf({ DOCKET_REGION: 'europe-west1', DOCKET_APP_CHECK_SITE_KEY: 'key' })).toEqual({
      region: 'europe-west1',
      app_check_site_key: 'key',
    });
  });
});
