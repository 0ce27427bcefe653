import { documentSchema } from '../document.ts';
import { collectionSchema } from '../collection.ts';
import { jobRequestSchema, newJobSchema } from '../job.ts';
import { memberSchema, workspaceSchema } from '../workspace.ts';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Write } from './write.ts';
import {
  addDocument,
  createCollection,
  deleteCollection,
  removeDocument,
  renameCollection,
} from './collection-commands.ts';
import { requestJob, startRun } from './job-commands.ts';
import { createWorkspace } from './workspace-commands.ts';

const actor = { workspaceId: 'w', uid: 'u', serverTime: new Date(0) };
const file = {
  documentId: 'd2',
  kind: 'linesheet',
  fileName: 'a.pdf',
  contentType: 'application/pdf',
  size: 3,
  storagePath: 'p',
  replaces: null,
} as const;

/** Whether what is written is what the model says is stored. */
function accepts(schema: z.ZodType, write: Write | undefined): boolean {
  return write !== undefined && write.kind === 'create' && schema.safeParse(write.fields).success;
}

describe('what commands write', () => {
  it('is a workspace together with its owner', () => {
    const writes = createWorkspace({ uid: 'u', email: 'e@x', displayName: 'E' }, new Date(0), 'w', 'Shop');
    expect(writes.map(({ path }) => path)).toEqual(['workspaces/w', 'workspaces/w/members/u']);
    expect(accepts(workspaceSchema, writes[0])).toBe(true);
    expect(accepts(memberSchema, writes[1])).toBe(true);
  });

  it('is a collection without anything that belongs to the engine', () => {
    const [write] = createCollection(actor, 'c', 'AW26', '');
    expect(accepts(collectionSchema, write)).toBe(true);
    expect(Object.keys(write?.kind === 'create' ? write.fields : {})).toEqual([
      'name',
      'season',
      'created_by',
      'created_at',
    ]);
  });

  it('is a new name and nothing besides, or the end of a collection', () => {
    const path = 'workspaces/w/collections/c';
    expect(renameCollection('w', 'c', 'AW27', 'Winter')).toEqual([
      { kind: 'update', path, fields: { name: 'AW27', season: 'Winter' } },
    ]);
    expect(deleteCollection('w', 'c')).toEqual([{ kind: 'delete', path }]);
  });

  it('is a document, and in the same breath the end of the one it replaces', () => {
    const [added] = addDocument(actor, 'c', file);
    expect(accepts(documentSchema, added)).toBe(true);
    expect(addDocument(actor, 'c', { ...file, replaces: 'd1' }).slice(1)).toEqual(
      removeDocument('w', 'c', 'd1'),
    );
  });

  it('is a queued job under an id that only one of many starts can create', () => {
    const [write] = startRun(actor, {
      pipeline: 'document_processing',
      collectionId: 'c',
      run: 3,
      documentIds: ['d1'],
    });
    expect(write?.path).toBe('workspaces/w/jobs/c-document_processing-3');
    expect(accepts(newJobSchema, write)).toBe(true);
  });

  it('is a wish about a job as a document of its own', () => {
    const [write] = requestJob(actor, 'r', 'c-document_processing-3', 'cancel');
    expect(write?.path).toBe('workspaces/w/job_requests/r');
    expect(accepts(jobRequestSchema, write)).toBe(true);
  });
});
