/**
 * Saves what becomes of images. Saves that are asked for while one is under way go together in the next: a transaction reads
 * the job each time, and there is no need for one an image.
 */
import { type Image, isUpToDate } from '@docket/model/image';
import { recipeFor } from '@docket/model/image-derivatives';
import type { DocumentChange, PhaseContext } from '../../engine/pipeline-module.ts';
import { queued } from './image-fields.ts';
import { imageOf, isSameOriginal, type StoredImage } from './stored-image.ts';

/**
 * What came of a save. `gone`: the image has been deleted. `replaced`: it was deleted and added anew. `done`: another run has
 * completed it. `outdated`: a person has chosen another background meanwhile, so what was made is not what is wanted.
 */
export type SaveEnd = { type: 'saved'; image: Image } | { type: 'gone' | 'replaced' | 'done' | 'outdated' };

interface Waiting {
  change: DocumentChange;
  resolve: () => void;
  reject: (error: unknown) => void;
}

export class ImageSaver {
  readonly #context: Pick<PhaseContext, 'change'>;
  #waiting: Waiting[] = [];
  #running = false;

  constructor(context: Pick<PhaseContext, 'change'>) {
    this.#context = context;
  }

  /** What a save would come to at this moment. */
  async look({ ref, image: known }: Pick<StoredImage, 'ref' | 'image'>): Promise<SaveEnd> {
    return judge(known, imageOf(await ref.get()));
  }

  /** Saves the fields that `change` gives for the image as it is; if it is still the same and not completed by others. */
  async save(
    { ref, image: known }: Pick<StoredImage, 'ref' | 'image'>,
    change: (current: Image) => Partial<Image>,
    made?: { flatten: string | null },
  ): Promise<SaveEnd> {
    let end: SaveEnd = { type: 'gone' };
    await this.#change({
      ref,
      change: (snapshot) => {
        const current = imageOf(snapshot);
        end = judge(known, current, made);
        if (end.type !== 'saved') return null;
        const fields = change(end.image);
        end = { type: 'saved', image: { ...end.image, ...fields } };
        return fields;
      },
    });
    return end;
  }

  async #change(change: DocumentChange): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#waiting.push({ change, resolve, reject });
    if (!this.#running) void this.#run();
    await promise;
  }

  async #run(): Promise<void> {
    this.#running = true;
    // Lets those join who ask at the same moment.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      try {
        await this.#context.change(group.map(({ change }) => change));
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.#running = false;
  }
}

function judge(known: Image, current: Image | null, made?: { flatten: string | null }): SaveEnd {
  if (current === null) return { type: 'gone' };
  if (!isSameOriginal(known, current)) return { type: 'replaced' };
  if (isUpToDate(current)) return { type: 'done' };
  if (made !== undefined && recipeFor(made.flatten) !== recipeFor(current.flatten))
    return { type: 'outdated' };
  return { type: 'saved', image: current };
}

/**
 * Says of images that have failed or were cancelled that they wait for their turn again. Others say so already, or show what
 * they have until there is something newer.
 */
export async function queueAgain(saver: ImageSaver, images: readonly StoredImage[]): Promise<void> {
  const again = images.filter(
    ({ image }) => image.processing_status === 'failed' || image.processing_status === 'cancelled',
  );
  await Promise.all(again.map(async (stored) => await saver.save(stored, queued)));
}
