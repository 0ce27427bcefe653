import type { PhotoReport } from '@docket/model/listing/suggestions';
import { describe, expect, it } from 'vitest';
import { photoFaults } from './photo-issues.ts';

const read = (id: string, issues: Extract<PhotoReport, { status: 'read' }>['issues']): PhotoReport => ({
  status: 'read',
  id,
  file: `${id}.jpg`,
  width: 100,
  height: 100,
  issues,
  colours: [],
  text: [],
});
const blurred = { kind: 'blurred', of: null, message: 'Das Foto ist unscharf.' } as const;
const duplicate = { kind: 'duplicate', of: 'a', message: 'It shows the same as “a.jpg”.' } as const;
const names = (photos: readonly string[], reports: readonly PhotoReport[]) =>
  photoFaults(photos, reports).map(({ number, name }) => `${number} ${name}`);

describe('what is wrong with photos', () => {
  it('is said of each in its place, with the sentence of the analysis', () => {
    const reports = [read('a', []), read('b', [blurred, duplicate])];
    expect(names(['a', 'b'], reports)).toEqual(['2 blurred', '2 duplicate of photo 1']);
    expect(photoFaults(['a', 'b'], reports)[0]?.sentence).toBe('Das Foto ist unscharf.');
  });

  it('names no file where it names a photo: phones call all of them alike', () => {
    const [fault] = photoFaults(['a', 'b'], [read('b', [duplicate])]);
    expect(fault).toMatchObject({ name: 'duplicate of photo 1', sentence: null });
  });

  it('follows the order of the photos', () => {
    expect(names(['b', 'a'], [read('b', [duplicate])])).toEqual(['1 duplicate of photo 2']);
  });

  it('is no repetition of a photo that was removed, and nothing of one that was', () => {
    expect(names(['b'], [read('a', [blurred]), read('b', [duplicate])])).toEqual([]);
  });

  it('is why one could not be read', () => {
    const failed: PhotoReport = { status: 'failed', id: 'a', file: 'a.jpg', error: 'It is damaged.' };
    expect(photoFaults(['a'], [failed])).toMatchObject([{ label: 'Not read', sentence: 'It is damaged.' }]);
  });
});
