/** What may stand in an image, and how batches of images are started. */
import { CURRENT_BACKFILL } from '@docket/model/image-derivatives';
import { ALLOWED_REQUESTS, JOB_STATUSES, REQUEST_ACTIONS } from '@docket/model/job';
import { LIMITS } from '@docket/model/limits';
import { jobId, paths, storagePaths } from '@docket/model/paths';
import { COLLECTION_PIPELINES, type Pipeline } from '@docket/model/pipelines';
import {
  collection,
  deleteField,
  doc,
  getDocs,
  orderBy,
  query,
  serverTimestamp,
  setDoc,
  updateDoc,
  where,
  writeBatch,
} from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { decisionOn, type FirestoreStand } from './firestore-stand.ts';
import { OTHER_WORKSPACE, uidOf, WORKSPACE } from './people.ts';
import { batchIn, batchJobIn, FRESH, IMAGE } from './seed.ts';
import { NEW_IMAGE, NEW_IMPORT, newImage, newImport } from './valid-records.ts';
import { type Fields, newBatch, newJob, newJobPath, newRequest } from './valid-writes.ts';

const now = serverTimestamp;
const BATCH = 'batch';

/** What is put together into one write; `null` leaves a part out. */
interface Start {
  id?: string;
  pipeline?: Pipeline;
  run?: number;
  batch?: Fields | null;
  job?: Fields | null;
}

/** Images and their batches, as an editor writes them. */
export function specifyImages(stand: () => FirestoreStand): void {
  const editor = () => stand().as('editor');
  const create = (path: string, fields: Fields) => decisionOn(setDoc(doc(editor(), path), fields));

  describe('an uploaded image', () => {
    const upload = (change: Fields, id = NEW_IMAGE) =>
      create(paths.image(WORKSPACE, id), { ...newImage('editor', now(), id), ...change });
    const original = (name: string, id = NEW_IMAGE, workspace = WORKSPACE) => ({
      storage_path: storagePaths.libraryOriginal(workspace, id, name),
    });

    it.each<[string, Fields]>([
      ['no file name', { file_name: '' }],
      ['an endless file name', { file_name: 'x'.repeat(301) }],
      ['a file name that is no text', { file_name: null }],
      ['the original of another image', original('a.jpg', IMAGE)],
      ['an original in another workspace', original('a.jpg', NEW_IMAGE, OTHER_WORKSPACE)],
      ['a path below its original', original('a/b.jpg')],
      ['a path without end', original('x'.repeat(1000))],
      [
        'something made from it as its original',
        { storage_path: storagePaths.libraryDerivative(WORKSPACE, NEW_IMAGE, 'c', 'v1', 'thumb_160.webp') },
      ],
      ['no original', { storage_path: null }],
      ['no token', { token: null }],
      ['an endless token', { token: 'x'.repeat(201) }],
      ['a type that is no text', { content_type: 5 }],
      ['nothing in it', { size: 0 }],
      ['a broken size', { size: 1.5 }],
      ['more than Storage takes', { size: LIMITS.libraryImageBytes + 1 }],
      ['a source that nobody knows', { source: { kind: 'camera' } }],
      ['no source', { source: null }],
      ['an address beside its file', { source: { kind: 'upload', url: 'https://a.example/b' } }],
      ['a source that is an address', { source: { kind: 'url', url: 'https://a.example/b' } }],
      ['a background that is no colour', { flatten: 'white' }],
      ['a background in capitals', { flatten: '#FFFFFF' }],
      ['a background that is a number', { flatten: 0 }],
      ['no batch', { batch_id: null }],
      ['a batch that is a path', { batch_id: '../b' }],
      ['an empty batch', { batch_id: '' }],
      ['a state further on', { processing_status: 'completed' }],
      ['thumbnails further on', { thumbnail_status: 'completed' }],
      ['variants further on', { variant_status: 'processing' }],
      ['attempts', { processing_attempts: 0 }],
      ['thumbnails', { thumbnails: [] }],
      ['variants', { variants: [] }],
      ['an error', { processing_error: null }],
      ['a recipe', { recipe: 'v1' }],
      ['a token for what is made from it', { derived_token: 'abc' }],
      ['a hash', { content_hash: 'b'.repeat(64) }],
      ["somebody else's name", { uploaded_by: uidOf('owner') }],
      ['a time of its own', { uploaded_at: new Date(0) }],
    ])('is refused with %s', async (_, change) => {
      expect(await upload(change)).toBe('refused');
    });

    it.each(['source', 'flatten', 'batch_id', 'size', 'thumbnail_status'])(
      'is refused without %s',
      async (field) => {
        const fields = Object.entries(newImage('editor', now())).filter(([name]) => name !== field);
        expect(await create(paths.image(WORKSPACE, NEW_IMAGE), Object.fromEntries(fields))).toBe('refused');
      },
    );

    it.each(['mine', `f-${'b'.repeat(31)}`, `f-${'B'.repeat(32)}`, `f-${'b'.repeat(33)}`, NEW_IMPORT])(
      'is refused under the id %s, which is not made of its content',
      async (id) => {
        expect(await upload({}, id)).toBe('refused');
      },
    );

    it('may be as large as Storage takes, on a background', async () => {
      expect(await upload({ size: LIMITS.libraryImageBytes, flatten: '#f4efe6' })).toBe('allowed');
    });

    it('never takes the place of the same image', async () => {
      expect(await upload({}, IMAGE)).toBe('refused');
    });
  });

  describe('an image from an address', () => {
    const fetched = (change: Fields, id = NEW_IMPORT) =>
      create(paths.image(WORKSPACE, id), { ...newImport('editor', now()), ...change });
    const at = (url: unknown) => ({ source: { kind: 'url', url } });

    it.each([
      'http://pictures.example.com',
      'https://pictures.example.com:8443/a/b.webp?c=d@e#f',
      `https://a.example/${'x'.repeat(LIMITS.urlCharacters - 18)}`,
    ])('may be at %s', async (url) => {
      expect(await fetched(at(url))).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['another scheme', at('file:///etc/passwd')],
      ['no host', at('https://')],
      ['a name and password in its address', at('https://a:b@pictures.example.com/')],
      ['a gap in its address', at('https://pictures.example.com/a b')],
      ['an endless address', at(`https://a.example/${'x'.repeat(LIMITS.urlCharacters - 17)}`)],
      ['an address that is no text', at(['https://a.example/'])],
      ['more of a source than an address', { source: { kind: 'url', url: 'https://a.example/', depth: 2 } }],
      ['no source', { source: { kind: 'upload' } }],
      ['an original', { storage_path: storagePaths.libraryOriginal(WORKSPACE, NEW_IMPORT, 'a.webp') }],
      ['a token', { token: 'abc' }],
      ['a type', { content_type: 'image/webp' }],
      ['a size', { size: 5 }],
      ['a background that is no colour', { flatten: 'white' }],
      ['a state further on', { processing_status: 'processing' }],
      ["somebody else's name", { uploaded_by: uidOf('owner') }],
      ['a time of its own', { uploaded_at: new Date(0) }],
    ])('is refused with %s', async (_, change) => {
      expect(await fetched(change)).toBe('refused');
    });

    it.each(['mine', NEW_IMAGE, `u-${'b'.repeat(31)}`])(
      'is refused under the id %s, which is not made of its address',
      async (id) => {
        expect(await fetched({}, id)).toBe('refused');
      },
    );
  });

  describe('an image that is there', () => {
    const change = (fields: Fields) =>
      decisionOn(updateDoc(doc(editor(), paths.image(WORKSPACE, IMAGE)), fields));

    it('is put on a background, and taken off it', async () => {
      expect(await change({ flatten: '#f4efe6' })).toBe('allowed');
      expect(await change({ flatten: null })).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['a background that is no colour', { flatten: '#f4efe' }],
      ['a background that is no text', { flatten: true }],
      ['no background field', { flatten: deleteField() }],
      ['another name', { file_name: 'b.jpg' }],
      ['another original', { storage_path: storagePaths.libraryOriginal(WORKSPACE, IMAGE, 'b.jpg') }],
      ['a state', { processing_status: 'completed' }],
      ['thumbnails', { thumbnails: [] }],
      ['attempts', { processing_attempts: 0 }],
      ['no error', { processing_error: null }],
      ['another batch', { batch_id: 'other' }],
      ['somebody else', { uploaded_by: uidOf('owner') }],
      ['a background and more', { flatten: null, variant_status: 'completed' }],
    ])('is not given %s', async (_, fields) => {
      expect(await change(fields)).toBe('refused');
    });

    it('is found by state, newest first, and by its batch', async () => {
      const images = collection(stand().as('viewer'), paths.images(WORKSPACE));
      const newest = orderBy('uploaded_at', 'desc');
      expect(await decisionOn(getDocs(query(images, newest)))).toBe('allowed');
      const failed = where('processing_status', '==', 'failed');
      expect(await decisionOn(getDocs(query(images, failed, newest)))).toBe('allowed');
      expect(await decisionOn(getDocs(query(images, where('batch_id', '==', BATCH))))).toBe('allowed');
    });
  });

  describe('a batch of images', () => {
    const start = ({ id = BATCH, pipeline = 'image_processing', run = 1, batch = {}, job = {} }: Start) => {
      const write = writeBatch(editor());
      if (batch !== null) {
        write.set(doc(editor(), paths.imageBatch(WORKSPACE, id)), { ...newBatch('editor', now()), ...batch });
      }
      if (job !== null) {
        const fields = newJob('editor', now(), id, run, pipeline);
        write.set(doc(editor(), newJobPath(id, run, pipeline)), { ...fields, ...job });
      }
      return decisionOn(write.commit());
    };
    const images = (count: number) => Array.from({ length: count }, (_, index) => `f-${index}`);
    const withImages = (image_ids: unknown, more: Fields = {}) => ({
      input: { document_ids: [], image_ids, ...more },
    });

    it.each<[string, Start]>([
      ['of uploads', { batch: { source: 'upload' } }],
      ['of imports', { batch: { source: 'import' }, pipeline: 'image_import' }],
      ['of images that are tried again', { batch: { source: 'retry' } }],
      ['of imports that are tried again', { batch: { source: 'retry' }, pipeline: 'image_import' }],
      [
        'of as many images as fit',
        {
          batch: { image_count: LIMITS.imagesPerBatch },
          job: withImages(images(LIMITS.imagesPerBatch)),
        },
      ],
      ['with the longest id', { id: 'b'.repeat(128) }],
    ])('is started together with its run: one %s', async (_, parts) => {
      expect(await start(parts)).toBe('allowed');
    });

    it.each([
      CURRENT_BACKFILL,
      `${CURRENT_BACKFILL}-1-1`,
      `left-${'a'.repeat(24)}`,
      `retry-${'a'.repeat(32)}`,
    ])('is refused under the id %s, which is for functions to give', async (id) => {
      expect(await start({ id })).toBe('refused');
    });

    it.each(['a'.repeat(20), '0f'.repeat(16)])('may have the id %s', async (id) => {
      expect(await start({ id })).toBe('allowed');
    });

    it.each(['retry', 'upload', 'import'])(
      'has one run: a %s that comes with two is refused',
      async (source) => {
        const write = writeBatch(editor()).set(doc(editor(), paths.imageBatch(WORKSPACE, BATCH)), {
          ...newBatch('editor', now()),
          source,
        });
        for (const pipeline of ['image_processing', 'image_import'] as const)
          write.set(
            doc(editor(), newJobPath(BATCH, 1, pipeline)),
            newJob('editor', now(), BATCH, 1, pipeline),
          );
        expect(await decisionOn(write.commit())).toBe('refused');
      },
    );

    it('is not created without its run, nor the run without it', async () => {
      expect(await start({ job: null })).toBe('refused');
      expect(await start({ batch: null })).toBe('refused');
    });

    it.each<[string, Start]>([
      ['of imports that are processed', { batch: { source: 'import' } }],
      ['of uploads that are fetched', { pipeline: 'image_import' }],
      ['of the backfill', { batch: { source: 'backfill' } }],
      ['of what was left over', { batch: { source: 'left_over' } }],
      ['without images', { batch: { image_count: 0 }, job: withImages([]) }],
      [
        'of too many images',
        {
          batch: { image_count: LIMITS.imagesPerBatch + 1 },
          job: withImages(images(LIMITS.imagesPerBatch + 1)),
        },
      ],
      ['that counts more than its run has', { batch: { image_count: 2 } }],
      ['that counts less than its run has', { job: withImages(images(2)) }],
      ['with a broken count', { batch: { image_count: 1.5 } }],
      ['with a count that is no number', { batch: { image_count: '1' } }],
      ['under an id that is no id', { id: 'b.1' }],
      ["in somebody else's name", { batch: { created_by: uidOf('owner') } }],
      ['at a time of its own', { batch: { created_at: new Date(0) } }],
      ['with an outcome', { batch: { outcome: { completed: 1, failed: 0 } } }],
      ['of a backfill', { batch: { backfill_id: null } }],
      ['with a processing status', { batch: { processing_status: {} } }],
    ])('is refused: one %s', async (_, parts) => {
      expect(await start(parts)).toBe('refused');
    });

    it.each<[string, Start]>([
      ['with documents', { job: { input: { document_ids: ['d1'], image_ids: ['f-1'] } } }],
      ['without a list of documents', { job: { input: { image_ids: ['f-1'] } } }],
      ['with a hint', { job: withImages(['f-1'], { hint: 'by colour' }) }],
      ['with images elsewhere', { job: withImages(['../other/f-1']) }],
      ['with something below an image', { job: withImages(['f-1/more']) }],
      ['with several ids in one', { job: withImages(['f-1,f-2']) }],
      ['with images that are numbers', { job: withImages([1]) }],
      ['with images that are no list', { job: withImages('f-1') }],
      ['with the same image twice', { batch: { image_count: 2 }, job: withImages(['f-1', 'f-1']) }],
      ['as its second', { run: 2 }],
      ['in a later phase', { job: { from_phase: 1 } }],
      ['as a job that nobody looks after', { job: { open: false } }],
      ['as a job that is under way', { job: { status: 'processing' } }],
      ["in somebody else's name", { job: { created_by: uidOf('owner') } }],
      ['at a time of its own', { job: { created_at: new Date(0) } }],
      ['with attempts', { job: { attempts: [] } }],
      ['on another batch', { job: { subject: { type: 'image_batch', id: batchIn('completed') } } }],
      ['on a collection', { job: { subject: { type: 'collection', id: FRESH } } }],
      ['on a path', { job: { subject: { type: 'image_batch', id: '../x' } } }],
    ])('is refused with a run %s', async (_, parts) => {
      expect(await start(parts)).toBe('refused');
    });

    it.each(COLLECTION_PIPELINES)('has no run of %s', async (pipeline) => {
      expect(await start({ pipeline })).toBe('refused');
    });

    it('is no subject for collections, nor a collection for images', async () => {
      const onCollection = newJob('editor', now(), FRESH, 1, 'image_processing');
      const subject = { type: 'collection', id: FRESH };
      expect(await create(newJobPath(FRESH, 1, 'image_processing'), { ...onCollection, subject })).toBe(
        'refused',
      );
    });

    it('does not come to life again with the run of an earlier one', async () => {
      await stand().remove(paths.imageBatch(WORKSPACE, batchIn('completed')));
      expect(await start({ id: batchIn('completed'), job: null })).toBe('refused');
    });

    it.each(JOB_STATUSES)('whose run is %s takes no other run', async (status) => {
      const id = batchIn(status);
      for (const { pipeline, run } of [
        { pipeline: 'image_processing', run: 1 },
        { pipeline: 'image_processing', run: 2 },
        { pipeline: 'image_import', run: 1 },
      ] as const) {
        expect(await start({ id, pipeline, run, batch: null })).toBe('refused');
        expect(await start({ id, pipeline, run })).toBe('refused');
      }
    });

    it('is not changed by anybody', async () => {
      const batch = paths.imageBatch(WORKSPACE, batchIn('failed'));
      for (const db of [stand().as('owner'), editor()]) {
        expect(await decisionOn(updateDoc(doc(db, batch), { outcome: null }))).toBe('refused');
        expect(
          await decisionOn(updateDoc(doc(db, batch), { 'processing_status.image_processing': {} })),
        ).toBe('refused');
      }
    });

    it('comes with its images in one write, as with one after the other', async () => {
      const write = writeBatch(editor())
        .set(doc(editor(), paths.image(WORKSPACE, NEW_IMPORT)), newImport('editor', now()))
        .set(doc(editor(), paths.imageBatch(WORKSPACE, BATCH)), {
          ...newBatch('editor', now()),
          source: 'import',
        })
        .set(
          doc(editor(), newJobPath(BATCH, 1, 'image_import')),
          newJob('editor', now(), BATCH, 1, 'image_import'),
        );
      expect(await decisionOn(write.commit())).toBe('allowed');
    });
  });

  describe('a wish about a run on images', () => {
    const table = JOB_STATUSES.flatMap((status) =>
      REQUEST_ACTIONS.map((action) => {
        const allowed: readonly string[] = ALLOWED_REQUESTS[status];
        return { status, action, may: allowed.includes(action) ? 'may' : 'may not' };
      }),
    );

    it.each(table)('to $action one that is $status $may be uttered', async ({ status, action, may }) => {
      const wish = { ...newRequest('editor', now()), job_id: batchJobIn(status), action };
      expect(await create(paths.jobRequest(WORKSPACE, 'r2'), wish)).toBe(
        may === 'may' ? 'allowed' : 'refused',
      );
    });

    it('to cancel is uttered about a batch with the longest id', async () => {
      const id = 'b'.repeat(128);
      await writeBatch(editor())
        .set(doc(editor(), paths.imageBatch(WORKSPACE, id)), {
          ...newBatch('editor', now()),
          source: 'import',
        })
        .set(doc(editor(), newJobPath(id, 1, 'image_import')), newJob('editor', now(), id, 1, 'image_import'))
        .commit();
      const wish = { ...newRequest('editor', now()), job_id: jobId(id, 'image_import', 1) };
      expect(await create(paths.jobRequest(WORKSPACE, 'r2'), wish)).toBe('allowed');
    });
  });
}
