import { describe, expect, it } from 'vitest';
import { makeImage, makeUpload } from './testing/make-images.ts';
import { createTileMaker, soughtTiles, type TileMaterial } from './tiles.ts';

const material = (change: Partial<TileMaterial>): TileMaterial => ({
  images: [],
  uploads: [],
  arrivals: new Map(),
  runs: new Map(),
  ...change,
});
const keys = (tiles: readonly { key: string }[]) => tiles.map(({ key }) => key);

describe('the tiles of the gallery', () => {
  it('keep their places and keys while files become images', () => {
    const make = createTileMaker();
    const old = makeImage('old');
    const uploads = ['x', 'y', 'z'].map((id, index) => makeUpload(id, { index }));
    expect(keys(make(material({ images: [old], uploads })))).toEqual(['x', 'y', 'z', 'old']);
    const y = makeImage('f-y', { uploaded_at: new Date(60_000) });
    const arrivals = new Map([['f-y', { uploadId: 'y', at: 5000, index: 1, file: null }]]);
    const rest = uploads.filter(({ id }) => id !== 'y');
    expect(keys(make(material({ images: [y, old], uploads: rest, arrivals })))).toEqual([
      'x',
      'y',
      'z',
      'old',
    ]);
  });

  it('show a file that is being saved once', () => {
    const upload = makeUpload('x', { imageId: 'f-x', state: { phase: 'saving' } });
    const tiles = createTileMaker()(material({ images: [makeImage('f-x')], uploads: [upload] }));
    expect(tiles).toHaveLength(1);
    expect(tiles[0]?.image?.id).toBe('f-x');
  });

  it('are the same objects as long as nothing has changed of them', () => {
    const make = createTileMaker();
    const images = [makeImage('a'), makeImage('b')];
    const [a, b] = make(material({ images }));
    const changed = [makeImage('a', { processing_status: 'processing' }), ...images.slice(1)];
    const [a2, b2] = make(material({ images: changed }));
    expect(a2).not.toBe(a);
    expect(b2).toBe(b);
  });

  it('are found by name and state', () => {
    const tiles = createTileMaker()(
      material({
        images: [
          makeImage('Coat', { processing_status: 'completed' }),
          makeImage('shirt', { processing_status: 'failed' }),
        ],
        uploads: [makeUpload('coat-2', { state: { phase: 'failed', reason: 'net' } })],
      }),
    );
    expect(keys(soughtTiles(tiles, 'all', ' COAT '))).toEqual(['coat-2', 'Coat']);
    expect(keys(soughtTiles(tiles, 'failed', ''))).toEqual(['coat-2', 'shirt']);
    expect(soughtTiles(tiles, 'all', '')).toBe(tiles);
  });
});
