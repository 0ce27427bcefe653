/**
 * Gathers the pictures of a document while it is read: each distinct one is measured, encoded and handed on once,
 * further uses only add a place. Few pictures are worked on at a time, so that memory stays bounded.
 */
import type { Place } from '@docket/model/geometry';
import type { ExtractedImage } from '../../content.ts';
import type { PictureFiles } from '../source-file.ts';
import { encodePicture } from './encode-picture.ts';
import { measurePicture } from './measure-picture.ts';
import { type RawPicture, pictureId } from './raw-picture.ts';

/** Stores the files of one picture. Reading goes on meanwhile, but not far. */
export type SavePicture = (files: PictureFiles) => Promise<void>;

/** Pictures worked on at once, and their pixels together: the first one is always taken. */
const AT_ONCE = 3;
const PIXELS_AT_ONCE = 30_000_000;

export class ImageCollector {
  readonly #save: SavePicture;
  readonly #images = new Map<string, ExtractedImage | null>();
  readonly #places = new Map<string, Place[]>();
  readonly #running = new Set<Promise<void>>();
  #pixels = 0;
  #failure: { reason: unknown } | null = null;

  constructor(save: SavePicture) {
    this.#save = save;
  }

  /** Takes a picture where it is used; resolves with its id when there is room for the next one. */
  async add(picture: RawPicture, place: Place): Promise<string> {
    const id = pictureId(picture);
    if (this.addPlace(id, place)) return id;
    this.#images.set(id, null);
    this.#places.set(id, [place]);
    const pixels = picture.width * picture.height;
    this.#pixels += pixels;
    const work = this.#work(id, picture).catch((reason: unknown) => {
      this.#failure ??= { reason };
    });
    this.#running.add(work);
    void work.finally(() => {
      this.#running.delete(work);
      this.#pixels -= pixels;
    });
    while (this.#running.size >= AT_ONCE || this.#pixels > PIXELS_AT_ONCE) await Promise.race(this.#running);
    this.#throwFailure();
    return id;
  }

  /** Another use of a known picture. False when it is not known. */
  addPlace(id: string, place: Place): boolean {
    const places = this.#places.get(id);
    places?.push(place);
    return places !== undefined;
  }

  /** Waits for what is under way and returns all images in the order in which they were met. */
  async finish(): Promise<ExtractedImage[]> {
    await Promise.all(this.#running);
    this.#throwFailure();
    return [...this.#images.values()].filter((image) => image !== null);
  }

  async #work(id: string, picture: RawPicture): Promise<void> {
    const figures = await measurePicture(picture);
    const files = await encodePicture(picture);
    await this.#save({ image_id: id, ...files });
    const { width, height } = picture;
    this.#images.set(id, { image_id: id, width, height, places: this.#places.get(id) ?? [], ...figures });
  }

  #throwFailure(): void {
    if (this.#failure !== null) throw this.#failure.reason;
  }
}
