import { setImmediate as turn } from 'node:timers/promises';
import { type Image, imageSchema } from '@docket/model/image';
import { BATCH_SIZE } from '@docket/model/upload/batch-policy';
import { describe, expect, it } from 'vitest';
import {
  type ImageService,
  type ImageToSend,
  type SendingProgress,
  sendImages,
  STALLED_MS,
} from './send-images.ts';

const toSend = (imageId: string): ImageToSend => ({
  imageId,
  name: `${imageId}.jpg`,
  size: 3,
  contentType: 'image/jpeg',
  read: async () => new Uint8Array(3),
});
const many = (count: number) => Array.from({ length: count }, (_, index) => toSend(`i${index}`));
const stored = (fields: Partial<Image>): Image =>
  imageSchema.parse({
    file_name: 'a.jpg',
    storage_path: 'a',
    token: 't',
    content_type: 'image/jpeg',
    size: 3,
    uploaded_by: 'u',
    uploaded_at: new Date(0),
    ...fields,
  });

/** A workspace in memory: uploads take 10 ms, saving 5 ms, and a batch is processed 100 ms after it has been started. */
class World implements ImageService {
  readonly images = new Map<string, Image>();
  readonly batches: string[][] = [];
  readonly uploads: string[] = [];
  readonly timers: { at: number; task: () => void }[] = [];
  now = 0;
  sending = 0;
  mostSending = 0;
  faults: { upload?: string; save?: string; start?: boolean; process?: boolean } = {};
  #onChange: (id: string, image: Image | null) => void = () => {};
  #ids = 0;

  newId = () => `n${(this.#ids += 1)}`;

  schedule = (task: () => void, ms: number) => {
    const timer = { at: this.now + ms, task };
    this.timers.push(timer);
    return () => void this.timers.splice(this.timers.indexOf(timer), this.timers.includes(timer) ? 1 : 0);
  };

  pause = async (ms: number) => await new Promise<void>((resolve) => void this.schedule(resolve, ms));

  set(id: string, image: Image | null): void {
    if (image === null) this.images.delete(id);
    else this.images.set(id, image);
    this.#onChange(id, image);
  }

  async upload({ imageId }: ImageToSend) {
    this.uploads.push(imageId);
    this.sending += 1;
    this.mostSending = Math.max(this.sending, this.mostSending);
    await this.pause(10);
    this.sending -= 1;
    if (this.faults.upload === imageId) throw new Error('the line was cut');
    return { path: `p/${imageId}`, token: 't' };
  }

  async save({ imageId }: ImageToSend, { path }: { path: string }, batch: string) {
    await this.pause(5);
    if (this.faults.save === imageId || this.images.has(imageId)) throw new Error('permission-denied');
    this.set(imageId, stored({ storage_path: path, batch_id: batch }));
  }

  async start(_: string, imageIds: readonly string[]) {
    if (this.faults.start === true) throw new Error('unavailable');
    this.batches.push([...imageIds]);
    if (this.faults.process === true) return;
    this.schedule(() => {
      for (const id of imageIds) this.set(id, stored({ processing_status: 'completed' }));
    }, 100);
  }

  async watch(ids: readonly string[], onChange: (id: string, image: Image | null) => void) {
    this.#onChange = onChange;
    for (const id of ids) {
      const image = this.images.get(id);
      if (image !== undefined) onChange(id, image);
    }
    return () => (this.#onChange = () => {});
  }

  /** Sends, with the clock going from one timer to the next. */
  async send(images: readonly ImageToSend[], onProgress: (progress: SendingProgress) => void = () => {}) {
    let ended = false;
    const sending = sendImages(this, images, { now: () => this.now, schedule: this.schedule, onProgress });
    const over = sending.then(
      () => (ended = true),
      () => (ended = true),
    );
    while (!ended) {
      await turn();
      const next = this.timers.toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined) continue;
      this.timers.splice(this.timers.indexOf(next), 1);
      this.now = Math.max(this.now, next.at);
      next.task();
      await turn();
    }
    await over;
    return await sending;
  }
}

describe('images that are sent', () => {
  it('are visible when their document has come back, and done when they are processed', async () => {
    const world = new World();
    expect(await world.send([toSend('a')])).toEqual([
      {
        imageId: 'a',
        known: false,
        visibleMs: 15,
        doneMs: 115,
        image: stored({ processing_status: 'completed' }),
        error: null,
      },
    ]);
  });

  it('go several at once, and are processed in batches while others are on their way', async () => {
    const world = new World();
    const outcomes = await world.send(many(40));
    expect(world.mostSending).toBe(3);
    expect(world.batches.map((batch) => batch.length)).toEqual([BATCH_SIZE, 40 - BATCH_SIZE]);
    expect(new Set(world.batches.flat())).toEqual(new Set(many(40).map(({ imageId }) => imageId)));
    expect(outcomes.every(({ image }) => image?.processing_status === 'completed')).toBe(true);
    // From the start of its own upload, not of the first.
    expect(Math.max(...outcomes.map(({ visibleMs }) => visibleMs ?? Number.NaN))).toBe(15);
  });

  it('are not sent again when they are there', async () => {
    const world = new World();
    await world.send(many(3));
    const again = await world.send(many(3));
    expect(world.uploads).toHaveLength(3);
    expect(world.batches).toHaveLength(1);
    expect(again.map(({ known, visibleMs, doneMs }) => ({ known, visibleMs, doneMs }))).toEqual(
      many(3).map(() => ({ known: true, visibleMs: null, doneMs: null })),
    );
  });

  it('are waited for when they are there and not processed yet', async () => {
    const world = new World();
    world.images.set('a', stored({ processing_status: 'processing' }));
    world.schedule(() => world.set('a', stored({ processing_status: 'failed' })), 50);
    const [outcome] = await world.send([toSend('a')]);
    expect(outcome).toMatchObject({ known: true, image: { processing_status: 'failed' } });
    expect(world.uploads).toEqual([]);
  });

  it('are told of one by one', async () => {
    const seen: SendingProgress[] = [];
    await new World().send(many(2), (progress) => seen.push(progress));
    expect(seen[0]).toEqual({ of: 2, arrived: 0, ended: 0 });
    expect(seen).toContainEqual({ of: 2, arrived: 1, ended: 0 });
    expect(seen.at(-1)).toEqual({ of: 2, arrived: 2, ended: 2 });
  });

  it('are none when there are none', async () => {
    expect(await new World().send([])).toEqual([]);
  });
});

describe('when something goes wrong', () => {
  it('with an upload, the others go on without it', async () => {
    const world = new World();
    world.faults = { upload: 'i1' };
    const outcomes = await world.send(many(3));
    expect(outcomes[1]).toMatchObject({
      image: null,
      visibleMs: null,
      error: '“i1.jpg” could not be uploaded: the line was cut',
    });
    expect(world.batches).toEqual([['i0', 'i2']]);
  });

  it('with saving an image, its batch goes without it', async () => {
    const world = new World();
    world.faults = { save: 'i2' };
    const outcomes = await world.send(many(3));
    expect(outcomes[2]).toMatchObject({ image: null, error: expect.stringContaining('permission-denied') });
    expect(world.batches).toEqual([['i0', 'i1']]);
  });

  it('because somebody else has added the same meanwhile, it counts as there', async () => {
    const world = new World();
    world.schedule(() => world.set('a', stored({ processing_status: 'completed' })), 12);
    const [outcome] = await world.send([toSend('a')]);
    expect(outcome).toMatchObject({ known: true, error: null, image: { processing_status: 'completed' } });
    expect(world.batches).toEqual([]);
  });

  it('and an image is deleted, it is not waited for', async () => {
    const world = new World();
    world.faults = { process: true };
    world.schedule(() => world.set('a', null), 200);
    const [outcome] = await world.send([toSend('a')]);
    expect(outcome).toMatchObject({ image: null, error: 'It was deleted meanwhile.' });
  });

  it('with starting a batch, the command ends', async () => {
    const world = new World();
    world.faults = { start: true };
    await expect(world.send([toSend('a')])).rejects.toThrow('unavailable');
  });

  it('and nothing happens any more, it says so', async () => {
    const world = new World();
    world.faults = { process: true };
    await expect(world.send(many(2))).rejects.toThrow('2 of 2 images have not been finished');
    expect(world.now).toBeGreaterThanOrEqual(STALLED_MS);
  });
});
