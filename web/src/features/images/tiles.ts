/** The tiles of the gallery: files on their way and images, in one order that stays as it is while files become images. Pure. */
import type { StoredImage } from '../../data/image-records.ts';
import type { Arrival, ImageUpload } from '../../data/uploads/images/image-uploads.ts';
import type { ImageRun } from './image-runs.ts';
import { filterOf, imageTileState, type TileFilter, type TileState, uploadTileState } from './tile-state.ts';

export interface Tile {
  /** Stays the same when the file becomes an image. */
  key: string;
  name: string;
  state: TileState;
  /** Null while the file is on its way. */
  image: StoredImage | null;
  /** Null for what is an image. */
  upload: ImageUpload | null;
  /** The file, while it is at hand. */
  file: File | null;
  /** Milliseconds: when it was added. */
  at: number;
  /** Its place among what was added at the same time. */
  index: number;
}

/** What the tiles are made of. */
export interface TileMaterial {
  images: readonly StoredImage[];
  /** Of this workspace. */
  uploads: readonly ImageUpload[];
  arrivals: ReadonlyMap<string, Arrival>;
  runs: ReadonlyMap<string, ImageRun>;
}

function imageTile(image: StoredImage, arrival: Arrival | undefined, run: ImageRun | null): Tile {
  return {
    key: arrival?.uploadId ?? image.id,
    name: image.data.file_name,
    state: imageTileState(image.data, run),
    image,
    upload: null,
    file: arrival?.file ?? null,
    at: arrival?.at ?? image.data.uploaded_at.getTime(),
    index: arrival?.index ?? 0,
  };
}

function uploadTile(upload: ImageUpload): Tile | null {
  const state = uploadTileState(upload.state);
  if (state === null) return null;
  const { id: key, fileName: name, file, at, index } = upload;
  return { key, name, state, image: null, upload, file, at, index };
}

const sameState = (a: TileState, b: TileState) => JSON.stringify(a) === JSON.stringify(b);

/** The latest first; files that were added together in the order of their names in the folder. */
const inOrder = (a: Tile, b: Tile) => b.at - a.at || a.index - b.index || (a.key < b.key ? -1 : 1);

/** Makes tiles; those that have not changed since the last time are the same objects, so that they are not drawn again. */
export function createTileMaker(): (material: TileMaterial) => readonly Tile[] {
  let before = new Map<string, Tile>();
  return ({ images, uploads, arrivals, runs }) => {
    const stored = new Set(images.map(({ id }) => id));
    const made = [
      ...uploads.map((upload) =>
        // A file that is being saved is listed as an image already.
        upload.imageId !== null && stored.has(upload.imageId) ? null : uploadTile(upload),
      ),
      ...images.map((image) => imageTile(image, arrivals.get(image.id), runs.get(image.id) ?? null)),
    ].filter((tile) => tile !== null);
    const tiles = made.map((tile) => {
      const known = before.get(tile.key);
      const same =
        known !== undefined &&
        known.image === tile.image &&
        known.upload === tile.upload &&
        known.file === tile.file &&
        sameState(known.state, tile.state);
      return same ? known : tile;
    });
    before = new Map(tiles.map((tile) => [tile.key, tile]));
    return tiles.toSorted(inOrder);
  };
}

/** The tiles that are looked for: by state, and by a part of the file's name. */
export function soughtTiles(tiles: readonly Tile[], filter: TileFilter, search: string): readonly Tile[] {
  const words = search.trim().toLowerCase();
  if (filter === 'all' && words === '') return tiles;
  return tiles.filter(
    ({ name, state }) =>
      (filter === 'all' || filterOf(state) === filter) && name.toLowerCase().includes(words),
  );
}
