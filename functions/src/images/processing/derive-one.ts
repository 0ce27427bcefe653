/** One image from its original to its derivatives. */
import { createHash } from 'node:crypto';
import type { Derivative, Image, OriginalFacts } from '@docket/model/image';
import { storagePaths } from '@docket/model/paths';
import type { Bucket } from '../../collections/remove.ts';
import type { PhaseContext } from '../../engine/pipeline-module.ts';
import type { DerivedFile } from '../derive/derive-image.ts';
import { letGo } from '../derive/let-go.ts';
import {
  begun,
  completed,
  derivedFolder,
  type OpenedOriginal,
  thumbnailsStand,
  withThumbnails,
} from './image-fields.ts';
import type { ImageMaker } from './image-maker.ts';
import {
  listObjects,
  readOriginal,
  removeUnchanged,
  storeDerivatives,
  type StoredObject,
  tokenFor,
} from './image-objects.ts';
import type { ImageSaver, SaveEnd } from './image-saver.ts';
import type { Slots } from './slots.ts';
import type { StoredImage } from './stored-image.ts';

/** What the work on an image needs. */
export interface DeriveDesk<Opened extends { facts: OriginalFacts }> {
  bucket: Bucket;
  context: PhaseContext;
  saver: ImageSaver;
  maker: ImageMaker<Opened>;
  /** Room in memory, in bytes; `weigh` says how much of it an image takes. */
  slots: Slots;
  weigh: (cost: number) => number;
  clock: () => Date;
}

/** What has come of an image that has not failed. */
export type DeriveEnd = 'completed' | 'gone';

/** How often an image is begun anew because a person goes on choosing another background. */
const BACKGROUNDS = 5;

/**
 * Makes and publishes the thumbnails of an image, then its variants. That it is being worked on is written before anything is
 * decoded. Throws what it fails with.
 */
export async function deriveOne<Opened extends { facts: OriginalFacts }>(
  desk: DeriveDesk<Opened>,
  stored: StoredImage,
): Promise<DeriveEnd> {
  for (let turn = 0; turn < BACKGROUNDS; turn++) {
    desk.context.signal.throwIfAborted();
    const end = await tryOne(desk, stored, turn > 0);
    if (end !== 'outdated') return end;
  }
  throw new Error('The background was changed again and again while the image was processed.');
}

async function tryOne<Opened extends { facts: OriginalFacts }>(
  desk: DeriveDesk<Opened>,
  stored: StoredImage,
  again: boolean,
): Promise<DeriveEnd | 'outdated'> {
  const { saver, context, clock } = desk;
  const place = { workspaceId: context.workspaceId, imageId: stored.id };
  const token = tokenFor(context.token, stored.id, 'derived');
  const mark = await saver.save(stored, (current) => begun(place, current, token, clock()));
  if (mark.type !== 'saved') return endOf(mark.type);
  return await new Derivation(desk, stored, { image: mark.image, again }).run();
}

/** The work on an image that has been marked as being worked on. */
class Derivation<Opened extends { facts: OriginalFacts }> {
  readonly #desk: DeriveDesk<Opened>;
  readonly #stored: StoredImage;
  /** As it was marked. */
  readonly #image: Image;
  /** Whether something has been stored for another background just now. */
  readonly #again: boolean;

  constructor(
    desk: DeriveDesk<Opened>,
    stored: StoredImage,
    { image, again }: { image: Image; again: boolean },
  ) {
    this.#desk = desk;
    this.#stored = stored;
    this.#image = image;
    this.#again = again;
  }

  async run(): Promise<DeriveEnd | 'outdated'> {
    const { bucket, maker, context, clock } = this.#desk;
    const { flatten } = this.#image;
    const bytes = await readOriginal(bucket, this.#image);
    const opened = await maker.openImage(bytes, this.#image.file_name, context.signal);
    const content_hash = createHash('sha256').update(bytes).digest('hex');
    const folder = derivedFolder(this.#place, content_hash, flatten);
    const work = await this.#begin(opened, folder, { original: opened.facts, content_hash });
    // Thumbnails are published while the variants are being made. They stay, whatever becomes of those.
    const [shown, made] = await Promise.allSettled([work.shown, work.variants]);
    if (shown.status === 'rejected') throw shown.reason;
    if (shown.value.type !== 'saved') return endOf(shown.value.type);
    if (made.status === 'rejected') throw made.reason;
    letGo(bytes);
    // What is there now, so that whatever another run stores from now on is not taken for it.
    const earlier = await this.#listEarlier(folder);
    const end = await this.#publish(folder, made.value, (variants) => completed(variants, flatten, clock()));
    if (end.type === 'saved') await removeUnchanged(unnamed(earlier, end.image));
    return endOf(end.type);
  }

  get #place() {
    return { workspaceId: this.#desk.context.workspaceId, imageId: this.#stored.id };
  }

  /** Begins to make thumbnails, unless they are there, and variants, as soon as there is room. */
  async #begin(opened: Opened, folder: string, original: OpenedOriginal) {
    const { maker, slots, weigh, context } = this.#desk;
    const options = { flatten: this.#image.flatten, signal: context.signal };
    const release = await slots.take(weigh(maker.costOf(opened)));
    const stand = thumbnailsStand(this.#place, this.#image);
    const thumbnails = stand ? Promise.resolve(null) : maker.deriveThumbnails(opened, options);
    return {
      shown: thumbnails.then(
        async (files): Promise<SaveEnd> =>
          files === null
            ? { type: 'saved', image: this.#image }
            : await this.#publish(folder, files, (made) => withThumbnails(original, made)),
      ),
      variants: thumbnails.then(async () => await maker.deriveVariants(opened, options)).finally(release),
    };
  }

  /** Stores files and names them in the image. */
  async #publish(
    folder: string,
    files: readonly DerivedFile[],
    fields: (derivatives: Derivative[]) => Partial<Image>,
  ): Promise<SaveEnd> {
    const { bucket, saver, context } = this.#desk;
    // Whoever has deleted it removes its files: nothing is to be added behind their back.
    const found = await saver.look(this.#stored);
    context.signal.throwIfAborted();
    if (found.type !== 'saved') return found;
    const token = this.#image.derived_token ?? '';
    const { derivatives, objects } = await storeDerivatives(bucket, folder, files, token);
    for (const { bytes } of files) letGo(bytes);
    const end = await saver.save(this.#stored, () => fields(derivatives), this.#image);
    // It was deleted at the same moment. If it is there anew, its own run may be using what has just been stored.
    if (end.type === 'gone') await removeUnchanged(objects);
    return end;
  }

  /** What has been made for another background or by an earlier recipe, if there can be anything. */
  async #listEarlier(folder: string): Promise<StoredObject[]> {
    const { thumbnails, variants } = this.#image;
    const isFirst = [...thumbnails, ...variants].every(({ path }) => path.startsWith(folder));
    if (isFirst && !this.#again) return [];
    const { workspaceId, imageId } = this.#place;
    const all = await listObjects(this.#desk.bucket, storagePaths.libraryDerivatives(workspaceId, imageId));
    return all.filter(({ name }) => !name.startsWith(folder));
  }
}

/** Those of `objects` that `image` does not name. */
function unnamed(objects: readonly StoredObject[], { thumbnails, variants }: Image): StoredObject[] {
  const named = new Set([...thumbnails, ...variants].map(({ path }) => path));
  return objects.filter(({ name }) => !named.has(name));
}

/** What a save that has not been made says about the image. */
function endOf(type: SaveEnd['type']): DeriveEnd | 'outdated' {
  switch (type) {
    case 'saved':
    case 'done':
      return 'completed';
    case 'gone':
    case 'replaced':
      return 'gone';
    case 'outdated':
      return 'outdated';
  }
}
