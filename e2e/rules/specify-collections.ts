/** What may stand in a collection and its documents. */
import { LIMITS } from '@docket/model/limits';
import { paths, storagePaths } from '@docket/model/paths';
import {
  deleteField,
  doc,
  type Firestore,
  serverTimestamp,
  setDoc,
  updateDoc,
  writeBatch,
} from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { decisionOn, type FirestoreStand } from './firestore-stand.ts';
import { OTHER_WORKSPACE, uidOf, WORKSPACE } from './people.ts';
import { collectionIn, FRESH } from './seed.ts';
import { type Fields, newCollection, newDocument } from './valid-writes.ts';

const now = serverTimestamp;
const set = (db: Firestore, path: string, fields: Fields) => setDoc(doc(db, path), fields);

/** Collections and their documents, as an editor writes them. */
export function specifyCollections(stand: () => FirestoreStand): void {
  const editor = () => stand().as('editor');

  describe('a collection', () => {
    const path = paths.collection(WORKSPACE, 'autumn');

    it.each<[string, Fields]>([
      ['no name', { name: '' }],
      ['a blank name', { name: '  ' }],
      ['an endless name', { name: 'x'.repeat(LIMITS.nameCharacters + 1) }],
      ['a name that is no text', { name: 5 }],
      ['no season', { season: null }],
      ['somebody else as its creator', { created_by: uidOf('owner') }],
      ['a time of its own', { created_at: new Date(0) }],
      ['a processing status', { processing_status: { document_processing: { status: 'completed' } } }],
      ['categories', { categories: [] }],
      ['results', { results: null }],
      ['a count of items', { item_count: 0 }],
    ])('is not created with %s', async (_, change) => {
      expect(await decisionOn(set(editor(), path, { ...newCollection('editor', now()), ...change }))).toBe(
        'refused',
      );
    });

    it('is not created under an id that no task could carry', async () => {
      expect(
        await decisionOn(set(editor(), paths.collection(WORKSPACE, 'a b'), newCollection('editor', now()))),
      ).toBe('refused');
    });

    it.each<[string, Fields]>([
      ['a blank name', { name: ' ' }],
      ['an endless season', { season: 'x'.repeat(LIMITS.nameCharacters + 1) }],
      ['a processing status', { 'processing_status.document_processing.status': 'idle' }],
      ['categories', { categories: [{ id: 'x' }] }],
      ['results', { results: { job_id: 'x' } }],
      ['a count of items', { item_count: 3 }],
      ['another creator', { created_by: uidOf('editor') }],
      ['no processing status', { processing_status: deleteField() }],
      ['a field nobody knows', { extra: true }],
    ])('is not given %s', async (_, change) => {
      expect(
        await decisionOn(
          updateDoc(doc(editor(), paths.collection(WORKSPACE, collectionIn('completed'))), change),
        ),
      ).toBe('refused');
    });
  });

  describe('a document', () => {
    const path = paths.document(WORKSPACE, FRESH, 'd2');

    it.each<[string, Fields]>([
      ['of another kind', { kind: 'invoice' }],
      ['without a file name', { file_name: '' }],
      ['with an endless file name', { file_name: 'x'.repeat(301) }],
      ['with a type that is no text', { content_type: null }],
      ['of negative size', { size: -1 }],
      ['of broken size', { size: 1.5 }],
      ['larger than what Storage takes', { size: LIMITS.uploadBytes + 1 }],
      ['of another document', { storage_path: storagePaths.original(WORKSPACE, FRESH, 'd1', 'a.pdf') }],
      [
        'of another workspace',
        { storage_path: storagePaths.original(OTHER_WORKSPACE, FRESH, 'd2', 'a.pdf') },
      ],
      ['that a run has made', { storage_path: storagePaths.image(WORKSPACE, FRESH, 'd2', 'j', 'a') }],
      [
        'with a path below its file',
        { storage_path: storagePaths.original(WORKSPACE, FRESH, 'd2', 'a/b.pdf') },
      ],
      [
        'with a path without end',
        { storage_path: storagePaths.original(WORKSPACE, FRESH, 'd2', 'x'.repeat(1000)) },
      ],
      ['uploaded by somebody else', { uploaded_by: uidOf('owner') }],
      ['from another time', { uploaded_at: new Date(0) }],
      ['with derived data', { page_count: 3 }],
    ])('is refused: one %s', async (_, change) => {
      expect(await decisionOn(set(editor(), path, { ...newDocument('editor', now()), ...change }))).toBe(
        'refused',
      );
    });

    it('is refused under an id that is no id', async () => {
      const fields = {
        ...newDocument('editor', now()),
        storage_path: storagePaths.original(WORKSPACE, FRESH, 'd.2', 'a.pdf'),
      };
      const request = set(editor(), paths.document(WORKSPACE, FRESH, 'd.2'), fields);
      expect(await decisionOn(request)).toBe('refused');
    });

    it('may be as large as Storage takes', async () => {
      expect(
        await decisionOn(set(editor(), path, { ...newDocument('editor', now()), size: LIMITS.uploadBytes })),
      ).toBe('allowed');
    });

    it('needs its collection, which may come with it', async () => {
      const fields = {
        ...newDocument('editor', now()),
        storage_path: storagePaths.original(WORKSPACE, 'new', 'd2', 'a'),
      };
      expect(await decisionOn(set(editor(), paths.document(WORKSPACE, 'new', 'd2'), fields))).toBe('refused');
      const together = writeBatch(editor())
        .set(doc(editor(), paths.collection(WORKSPACE, 'new')), newCollection('editor', now()))
        .set(doc(editor(), paths.document(WORKSPACE, 'new', 'd2')), fields);
      expect(await decisionOn(together.commit())).toBe('allowed');
    });

    it('can take the place of another one in one breath', async () => {
      const batch = writeBatch(editor())
        .set(doc(editor(), path), newDocument('editor', now()))
        .delete(doc(editor(), paths.document(WORKSPACE, FRESH, 'd1')));
      expect(await decisionOn(batch.commit())).toBe('allowed');
    });
  });
}
