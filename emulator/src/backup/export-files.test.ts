import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseName, document, root } from '../../test/fixtures.ts';
import { project, Resources } from '../../test/servers.ts';
import type { StoredDocument } from '../store/document.ts';
import { readExport, writeExport } from './export-files.ts';

const google = { project: undefined, time: 1 };

let directory: string;
let metadata: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'docket-export-'));
  metadata = join(directory, 'e/e.overall_export_metadata');
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

function inOther(stored: StoredDocument): StoredDocument {
  return { ...stored, name: stored.name.replace('(default)', 'other') };
}

/** The only database of an export, read to its end. */
async function readOnly(): Promise<StoredDocument[]> {
  const [database] = await readExport(metadata, google);
  return [...(database?.documents ?? [])];
}

describe('an export', () => {
  const a = {
    ...document('c/a', { text: 'é😀', n: 1, half: 0.5, list: [1, null], map: { deep: {} } }, 9),
    createTime: 3,
  };
  const b = document('c/a/d/b', {});

  it('holds the documents of each database, with their times', async () => {
    const other = databaseName.replace('(default)', 'other');
    await writeExport(directory, 'e', [
      { name: databaseName, documents: [a, b] },
      { name: other, documents: [inOther(b)] },
    ]);
    const read = await readExport(metadata, google);
    expect(read.map(({ name, documents }) => [name, [...documents]])).toEqual([
      [databaseName, [a, b]],
      [other, [inOther(b)]],
    ]);
  });

  it('passes through in pieces, and is whole', async () => {
    const many = Array.from({ length: 3_000 }, (_, n) => document(`c/${n}`, { text: 'x'.repeat(n) }));
    await writeExport(directory, 'e', [{ name: databaseName, documents: many }]);
    expect(await readOnly()).toEqual(many);
  });

  it('can be written over an older and larger one', async () => {
    await writeExport(directory, 'e', [{ name: databaseName, documents: [a, b] }]);
    await writeExport(directory, 'e', [{ name: databaseName, documents: [b] }]);
    expect(await readOnly()).toEqual([b]);
  });

  it('can be read when an earlier emulator has written it', async () => {
    await writeExport(directory, 'e', [{ name: databaseName, documents: [a] }]);
    const documents = readFileSync(join(directory, 'e/documents-0.jsonl'));
    writeFileSync(join(directory, 'e/documents.jsonl'), documents);
    writeFileSync(
      metadata,
      JSON.stringify({ format: 'docket-firestore-export', version: 1, database: databaseName }),
    );
    expect(await readOnly()).toEqual([a]);
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, text.indexOf('\n') + 1), '1 documents instead of 2'],
    ['cut within a document', (text: string) => text.slice(0, 40), 'documents-0.jsonl:1 is no document'],
    [
      'of another database',
      (text: string) => text.replaceAll('demo-test', 'else'),
      'is not in projects/demo-test',
    ],
    ['without times', (text: string) => text.replaceAll('updateTime', 'x'), 'updateTime'],
  ])('is refused when it is damaged: %s', async (_what, damage, reason) => {
    await writeExport(directory, 'e', [{ name: databaseName, documents: [a, b] }]);
    const file = join(directory, 'e/documents-0.jsonl');
    writeFileSync(file, damage(readFileSync(file, 'utf8')));
    await expect(readOnly()).rejects.toThrow(reason);
  });

  it('is refused when another program has written it', async () => {
    await writeExport(directory, 'e', []);
    writeFileSync(metadata, '{"format":"else"}');
    await expect(readExport(metadata, google)).rejects.toThrow('is not the metadata file of an export');
  });
});

describe('the export endpoint and the seed', () => {
  let resources: Resources;

  beforeEach(() => {
    resources = new Resources();
  });

  afterEach(() => resources.close());

  async function exportFrom(port: number, database: string): Promise<void> {
    const answer = await fetch(`http://127.0.0.1:${port}/emulator/v1/projects/${project}:export`, {
      method: 'POST',
      body: JSON.stringify({ database, export_directory: directory, export_name: 'e' }),
    });
    expect(answer.status).toBe(200);
  }

  async function names(): Promise<string[]> {
    return (await readExport(metadata, google)).flatMap(({ documents }) =>
      Array.from(documents, ({ name }) => name),
    );
  }

  it('carry all databases of the project with the default one, and a named one alone', async () => {
    const { port } = await resources.server();
    const rest = `http://127.0.0.1:${port}/v1/projects`;
    const databases = [
      `${project}/databases/(default)`,
      `${project}/databases/n`,
      'else/databases/(default)',
    ];
    for (const database of databases) {
      const url = `${rest}/${database}/documents/c?documentId=d`;
      await fetch(url, { method: 'POST', headers: { authorization: 'Bearer owner' }, body: '{}' });
    }
    await exportFrom(port, databaseName);
    const both = [`${root}/c/d`, `projects/${project}/databases/n/documents/c/d`];
    expect(await names()).toEqual(both);
    const seeded = await resources.server({ seedFromExport: metadata });
    await exportFrom(seeded.port, databaseName);
    expect(await names()).toEqual(both);
    await exportFrom(seeded.port, `projects/${project}/databases/n`);
    expect(await names()).toEqual(both.slice(1));
  });

  it('bring back more than one commit could hold, with the times of then', async () => {
    const text = 'x'.repeat(400_000);
    const large = Array.from({ length: 40 }, (_, n) => ({
      ...document(`c/${n}`, { text }, 2_000_000),
      createTime: 1,
    }));
    await writeExport(directory, 'e', [{ name: databaseName, documents: large }]);
    const { port } = await resources.server({ seedFromExport: metadata });
    const admin = resources.admin(port);
    expect((await admin.collection('c').count().get()).data().count).toBe(40);
    expect((await admin.doc('c/7').get()).updateTime?.seconds).toBe(2);
  });

  it('do not start an emulator with a damaged export', async () => {
    await writeExport(directory, 'e', [{ name: databaseName, documents: [document('c/a', {})] }]);
    writeFileSync(join(directory, 'e/documents-0.jsonl'), '');
    await expect(resources.server({ seedFromExport: metadata })).rejects.toThrow('0 documents instead of 1');
  });
});
