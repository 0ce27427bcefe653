import { imageBatchSchema } from '@docket/model/image-batch';
import { newImageSchema } from '@docket/model/image';
import { newJobSchema } from '@docket/model/job';
import { describe, expect, it, vi } from 'vitest';
import { createMemoryBackend, type MemorySetup } from '../../../fixtures/memory-backend.ts';
import type { Fields, Write } from '@docket/model/commands/write';
import type { Database } from '../../ports.ts';
import { createImageUploads } from './image-uploads.ts';

const destination = { workspaceId: 'w', uid: 'u', flatten: null };
const jpeg = (name: string, content = name) =>
  new File([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), content], name);

function setUp(
  setup: MemorySetup = {},
  refuse: (writes: readonly Write[]) => boolean = () => false,
  fetchExisting?: Database['fetchExisting'],
) {
  const backend = createMemoryBackend(setup);
  const sent: string[] = [];
  const removed: string[] = [];
  const written = new Map<string, Fields>();
  const files: typeof backend.files = {
    ...backend.files,
    upload(path, ...rest) {
      sent.push(path);
      return backend.files.upload(path, ...rest);
    },
    remove: async (path) => void removed.push(path),
  };
  const database: typeof backend.database = {
    ...backend.database,
    ...(fetchExisting === undefined ? {} : { fetchExisting }),
    async commit(writes) {
      if (refuse(writes)) throw Object.assign(new Error('no'), { code: 'unavailable' });
      for (const write of writes) if (write.kind === 'create') written.set(write.path, write.fields);
      await backend.database.commit(writes);
    },
  };
  const uploads = createImageUploads({ ...backend, files, database });
  const under = (folder: string) => [...written].filter(([path]) => path.split('/')[2] === folder);
  return { uploads, sent, removed, backend, under };
}

const settled = (uploads: ReturnType<typeof setUp>['uploads']) =>
  vi.waitFor(() => expect(uploads.uploads.getState()).toEqual([]));

describe('uploading images', () => {
  it('makes an image of each file, and one batch of those that arrive together', async () => {
    const { uploads, under } = setUp();
    uploads.add([jpeg('a.jpg'), jpeg('b.jpg'), jpeg('c.jpg')], destination);
    await settled(uploads);
    await vi.waitFor(() => expect(under('jobs')).toHaveLength(1));
    const images = under('images').map(([path, fields]) => ({ path, ...newImageSchema.parse(fields) }));
    // Two are read at the same time: either may be the first.
    expect(images.map(({ file_name: name }) => name).toSorted()).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
    const [batch] = under('image_batches');
    expect(imageBatchSchema.parse(batch?.[1])).toMatchObject({ source: 'upload', image_count: 3 });
    expect(new Set(images.map(({ batch_id: id }) => `workspaces/w/image_batches/${id}`))).toEqual(
      new Set([batch?.[0]]),
    );
    const job = newJobSchema.parse(under('jobs')[0]?.[1]);
    expect(new Set(job.input.image_ids)).toEqual(new Set(images.map(({ path }) => path.split('/')[3])));
  });

  it('names an image by its content, and its file by a fresh name under it', async () => {
    const { uploads, sent, under } = setUp();
    uploads.add([jpeg('Größe 1.jpg', 'x')], destination);
    await settled(uploads);
    const id = under('images')[0]?.[0].split('/')[3];
    expect(id).toMatch(/^f-[0-9a-f]{32}$/u);
    expect(sent).toEqual([
      expect.stringMatching(`^workspaces/w/images/${id}/original/[\\w-]+-Gro.*1\\.jpg$`),
    ]);
  });

  it('sends nothing twice: neither what is there already nor the same in one lot', async () => {
    const { uploads, sent, under } = setUp();
    uploads.add([jpeg('a.jpg', 'same'), jpeg('copy of a.jpg', 'same')], destination);
    await settled(uploads);
    uploads.add([jpeg('a again.jpg', 'same')], destination);
    await settled(uploads);
    expect(sent).toHaveLength(1);
    expect(under('images')).toHaveLength(1);
    // Two are read at the same time: either may be the first, and the other the copy.
    expect(uploads.known.getState().map(({ fileName }) => fileName)).toEqual([
      expect.stringMatching(/^(?:copy of )?a\.jpg$/u),
      'a again.jpg',
    ]);
    uploads.takeNote();
    expect(uploads.known.getState()).toEqual([]);
  });

  it('refuses a wrong file without sending it, and the others go on', async () => {
    const { uploads, sent } = setUp();
    uploads.add([new File(['<svg/>'], 'a.svg'), new File([], 'b.jpg'), jpeg('c.jpg')], destination);
    await vi.waitFor(() =>
      expect(uploads.uploads.getState().map(({ state }) => state)).toEqual([
        { phase: 'refused', reason: expect.stringContaining('SVG') },
        { phase: 'refused', reason: expect.stringContaining('empty') },
      ]),
    );
    expect(sent).toHaveLength(1);
  });

  it('sends six at a time, and none while all are paused', async () => {
    const { uploads, sent } = setUp({ uploadsFinish: false });
    uploads.add(
      Array.from({ length: 9 }, (_, i) => jpeg(`${i}.jpg`)),
      destination,
    );
    await vi.waitFor(() => expect(sent).toHaveLength(6));
    await vi.waitFor(() =>
      expect(uploads.uploads.getState().filter(({ state }) => state.phase === 'waiting')).toHaveLength(3),
    );
    uploads.pauseAll();
    const phases = () => new Set(uploads.uploads.getState().map(({ state }) => state.phase));
    expect(phases()).toEqual(new Set(['paused', 'waiting']));
    expect(sent).toHaveLength(6);
    uploads.resumeAll();
    expect(phases()).toEqual(new Set(['uploading', 'waiting']));
  });

  it('keeps the bytes when the image is refused, and saves it on the next try', async () => {
    let refusing = true;
    const { uploads, sent, under } = setUp({}, () => refusing);
    uploads.add([jpeg('a.jpg')], destination);
    const state = () => uploads.uploads.getState()[0]?.state;
    await vi.waitFor(() => expect(state()?.phase).toBe('failed'));
    expect(under('jobs')).toEqual([]);
    refusing = false;
    uploads.retry(uploads.uploads.getState()[0]?.id ?? '');
    await settled(uploads);
    await vi.waitFor(() => expect(under('jobs')).toHaveLength(1));
    expect(sent).toHaveLength(1);
  });

  it('removes the bytes of an image that was refused and given up', async () => {
    const { uploads, sent, removed } = setUp({}, () => true);
    uploads.add([jpeg('a.jpg')], destination);
    await vi.waitFor(() => expect(uploads.uploads.getState()[0]?.state.phase).toBe('failed'));
    uploads.dismiss(uploads.uploads.getState()[0]?.id ?? '');
    expect(removed).toEqual(sent);
  });

  it('says when images could not be sent to be processed, and tries again under the same name', async () => {
    let refusing = true;
    const isStart = (writes: readonly Write[]) => writes.some(({ path }) => path.includes('/jobs/'));
    const { uploads, under } = setUp({}, (writes) => refusing && isStart(writes));
    uploads.add([jpeg('a.jpg')], destination);
    await vi.waitFor(() => expect(uploads.stranded.getState()).toHaveLength(1));
    refusing = false;
    const [batch] = uploads.stranded.getState();
    uploads.restart(batch?.batchId ?? '');
    await vi.waitFor(() => expect(under('jobs')).toHaveLength(1));
    expect(uploads.stranded.getState()).toEqual([]);
    const [image] = under('images');
    expect(newImageSchema.parse(image?.[1]).batch_id).toBe(batch?.batchId);
  });

  it('says no more of a batch that could not be started when somebody has taken note of it', async () => {
    const isStart = (writes: readonly Write[]) => writes.some(({ path }) => path.includes('/jobs/'));
    const { uploads } = setUp({}, isStart);
    uploads.add([jpeg('a.jpg')], destination);
    await vi.waitFor(() => expect(uploads.stranded.getState()).toHaveLength(1));
    uploads.forgetBatch(uploads.stranded.getState()[0]?.batchId ?? '');
    expect(uploads.stranded.getState()).toEqual([]);
  });

  it('counts an image as saved that somebody else has added meanwhile, and leaves it to their batch', async () => {
    const { uploads, backend, under } = setUp({}, (writes) => {
      const [write] = writes;
      if (write?.path.split('/')[2] !== 'images') return false;
      backend.set(write.path, { file_name: 'theirs.jpg', batch_id: 'theirs' });
      return true;
    });
    uploads.add([jpeg('a.jpg')], destination);
    await settled(uploads);
    expect(under('images')).toEqual([]);
    expect(uploads.known.getState()).toEqual([]);
    expect(under('jobs')).toEqual([]);
    expect([...uploads.arrivals.getState().values()]).toMatchObject([{ theirs: true }]);
  });

  it('names the uploads in the order of the files', () => {
    const { uploads } = setUp();
    const ids = uploads.add([jpeg('a.jpg'), jpeg('b.jpg')], destination);
    expect(uploads.uploads.getState().map(({ id, fileName }) => [id, fileName])).toEqual([
      [ids[0], 'a.jpg'],
      [ids[1], 'b.jpg'],
    ]);
  });
});

describe('a write whose answer was lost, and that is refused when it is sent again', () => {
  /** Lets what is written below `folder` arrive, and refuses it. */
  const losing = (folder: string) => {
    const stand = setUp({}, (writes) => {
      if (writes[0]?.path.split('/')[2] !== folder) return false;
      for (const write of writes)
        if (write.kind === 'create') stand.backend.set(write.path, { ...write.fields });
      return true;
    });
    return stand;
  };

  it('has saved the image, which is processed with its batch', async () => {
    const { uploads, under } = losing('images');
    uploads.add([jpeg('a.jpg')], destination);
    await settled(uploads);
    await vi.waitFor(() => expect(under('jobs')).toHaveLength(1));
    expect(newJobSchema.parse(under('jobs')[0]?.[1]).input.image_ids).toHaveLength(1);
  });

  it('has started the batch', async () => {
    const { uploads, backend } = losing('image_batches');
    uploads.add([jpeg('a.jpg')], destination);
    await settled(uploads);
    await vi.waitFor(() => expect(backend.paths().some((path) => path.includes('/jobs/'))).toBe(true));
    // What is said of a refusal is said after the database has been asked.
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(uploads.stranded.getState()).toEqual([]);
  });
});

describe('a file that was given up while it was looked at', () => {
  /** A database that answers whether something is there when `answer` is called. */
  const slow = () => {
    const { promise, resolve } = Promise.withResolvers<ReadonlySet<string>>();
    const asked = vi.fn<Database['fetchExisting']>(async () => await promise);
    const stand = setUp({}, () => false, asked);
    return { ...stand, asked, answer: () => resolve(new Set()) };
  };

  it.each<[string, (uploads: ReturnType<typeof setUp>['uploads']) => void]>([
    ['cancelled', (uploads) => uploads.dismiss(uploads.uploads.getState()[0]?.id ?? '')],
    ['forgotten with all others', (uploads) => uploads.clear()],
  ])('is sent when it comes again after it was %s', async (_, giveUp) => {
    const { uploads, sent, asked, answer } = slow();
    uploads.add([jpeg('a.jpg')], destination);
    await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
    giveUp(uploads);
    expect(uploads.uploads.getState()).toEqual([]);
    uploads.add([jpeg('a.jpg')], destination);
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
    answer();
    await settled(uploads);
    expect(uploads.known.getState()).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it('claims nothing when its bytes have been read after that', async () => {
    const { uploads, sent } = setUp();
    uploads.add([jpeg('a.jpg')], destination);
    uploads.dismiss(uploads.uploads.getState()[0]?.id ?? '');
    uploads.add([jpeg('b.jpg', 'a.jpg')], destination);
    await settled(uploads);
    expect(uploads.known.getState()).toEqual([]);
    expect(sent).toEqual([expect.stringContaining('b.jpg')]);
  });
});

describe('a database that cannot say whether an image is there', () => {
  it('is named as the reason, and the file is sent when it comes again', async () => {
    let failing = true;
    const { uploads, sent } = setUp(
      {},
      () => false,
      async () => {
        if (failing) throw Object.assign(new Error('no'), { code: 'permission-denied' });
        return new Set();
      },
    );
    uploads.add([jpeg('a.jpg')], destination);
    const state = () => uploads.uploads.getState()[0]?.state;
    await vi.waitFor(() =>
      expect(state()).toEqual({
        phase: 'refused',
        reason: expect.stringMatching(/^“a.jpg” was not uploaded. You do not have access/u),
      }),
    );
    uploads.dismiss(uploads.uploads.getState()[0]?.id ?? '');
    failing = false;
    uploads.add([jpeg('a.jpg')], destination);
    await settled(uploads);
    expect(uploads.known.getState()).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it('does not keep the file from being sent while the server cannot be reached', async () => {
    const { uploads, sent } = setUp(
      {},
      () => false,
      async () => {
        throw Object.assign(new Error('no'), { code: 'unavailable' });
      },
    );
    uploads.add([jpeg('a.jpg')], destination);
    await settled(uploads);
    expect(sent).toHaveLength(1);
  });
});
