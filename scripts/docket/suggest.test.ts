import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { blankPhoto, photoOfLabel } from '@docket/functions/listings/analysis/testing/made-photos';
import { listingSuggestionsSchema } from '@docket/model/listing/suggestions';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { suggestFromPhotos } from './suggest.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docket-suggest-'));
});
afterEach(async () => await rm(folder, { recursive: true }));

async function put(name: string, bytes: Uint8Array | string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}
async function written() {
  const text = await readFile(path.join(folder, 'out', 'suggestions.json'), 'utf8');
  return listingSuggestionsSchema.parse(JSON.parse(text));
}
const options = (files: string[]) => ({ files, out: path.join(folder, 'out'), language: 'de' }) as const;

describe('suggestions for photos', () => {
  it('are written in the language asked for, with what is wrong with each file', async () => {
    const label = { brand: 'NORDLICHT', model: 'KX-4410', size: '500 ml' };
    const photo = await put('IMG_1.png', await photoOfLabel(label));
    const wrong = await put('notes.jpg', 'no picture');
    const summary = await suggestFromPhotos(options([photo, wrong]));
    const { language, suggestions, photos } = await written();
    expect(language).toBe('de');
    expect(suggestions.find(({ field }) => field === 'title')).toMatchObject({
      value: expect.stringContaining('NORDLICHT'),
      reason: expect.stringMatching(/^Auf dem Foto gelesen: „/u),
    });
    expect(photos).toMatchObject([
      { status: 'read', file: 'IMG_1.png' },
      { status: 'failed', file: 'notes.jpg', error: expect.stringContaining('notes.jpg') },
    ]);
    expect(summary).toContain('title (');
    expect(summary).toContain('notes.jpg');
  });

  it('are none for a blank photo', async () => {
    const summary = await suggestFromPhotos(options([await put('IMG_2.png', await blankPhoto())]));
    expect(summary).toContain('Nothing to suggest.');
    expect((await written()).suggestions).toEqual([]);
  });

  it('fail when a file is not there, or none is a photo', async () => {
    await expect(suggestFromPhotos(options([path.join(folder, 'none.jpg')]))).rejects.toThrow(
      'cannot be read',
    );
    const text = await put('a.jpg', 'no picture');
    await expect(suggestFromPhotos(options([text]))).rejects.toThrow('a.jpg');
    expect((await written()).photos).toMatchObject([{ status: 'failed' }]);
  });
});
