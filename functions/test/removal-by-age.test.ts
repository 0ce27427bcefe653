/** What the lifecycle of the bucket may remove (storage.lifecycle.json), and what it never does. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { functionsFolder } from '../scripts/deployment.ts';
import { handOverJson, writeJson } from '../src/collections/bucket-objects.ts';
import { type MemoryBucket, openBucket } from './memory-bucket.ts';

const root = path.join(functionsFolder, '..');
const json = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(path.join(root, name), 'utf8'));

let memory: MemoryBucket;
beforeAll(async () => {
  memory = await openBucket();
});
afterAll(async () => await memory.close());

const customTimeOf = async (name: string) => {
  const [metadata] = await memory.bucket.file(name).getMetadata();
  return metadata.customTime;
};

describe('removal by age', () => {
  it('goes by a time that only what can be made again has', async () => {
    await handOverJson(memory.bucket, 'work', {});
    await writeJson(memory.bucket, 'kept', {});
    expect(Date.parse((await customTimeOf('work')) ?? '')).toBeCloseTo(Date.now(), -5);
    expect(await customTimeOf('kept')).toBeUndefined();
  });

  it('touches nothing without that time: no original, no picture, no deck, no table', async () => {
    const rules = z
      .object({
        rule: z.array(
          z.strictObject({
            action: z.strictObject({ type: z.enum(['Delete', 'AbortIncompleteMultipartUpload']) }),
            condition: z.record(z.string(), z.union([z.number(), z.boolean()])),
          }),
        ),
      })
      .parse(await json('storage.lifecycle.json')).rule;
    const deletes = rules.filter(({ action }) => action.type === 'Delete');
    // Of objects that are there, those with a time of their own; otherwise only versions that were replaced or deleted.
    const ofLive = deletes.filter(({ condition }) => condition['isLive'] !== false);
    expect(ofLive.map(({ condition }) => Object.keys(condition))).toEqual([['daysSinceCustomTime']]);
  });

  it('lets work lie for longer than anything waits that needs it', async () => {
    const { rule } = z
      .object({ rule: z.array(z.object({ condition: z.record(z.string(), z.unknown()) })) })
      .parse(await json('storage.lifecycle.json'));
    const days = rule.flatMap(({ condition }) => condition['daysSinceCustomTime'] ?? []);
    expect(days).toEqual([30]);
  });

  it('is asked for in one place of the code', async () => {
    const sources = path.join(functionsFolder, 'src');
    const files = (await readdir(sources, { recursive: true })).filter((name) =>
      /(?<!\.test)\.ts$/u.test(name),
    );
    const texts = await Promise.all(
      files.map(async (name) => await readFile(path.join(sources, name), 'utf8')),
    );
    const naming = files.filter((_, index) => texts[index]?.includes('customTime'));
    expect(naming).toEqual([path.join('collections', 'bucket-objects.ts')]);
  });
});

describe('the origins that may read the bucket', () => {
  it('may read, and nothing else', async () => {
    const [rule, ...others] = z
      .array(
        z.strictObject({
          origin: z.array(z.string()),
          method: z.array(z.string()),
          responseHeader: z.array(z.string()),
          maxAgeSeconds: z.number().positive(),
        }),
      )
      .parse(await json('storage.cors.json'));
    expect(others).toEqual([]);
    expect(rule?.method).toEqual(['GET', 'HEAD']);
  });
});
