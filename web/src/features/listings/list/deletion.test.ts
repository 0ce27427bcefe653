import { describe, expect, it } from 'vitest';
import { makeListing } from '../testing/make-listing.ts';
import { runStatus } from '../testing/run-status.ts';
import { deletionSentences } from './deletion.ts';

const said = (change: Parameters<typeof makeListing>[1]) => deletionSentences(makeListing('l', change).data);

describe('what is said before a listing is deleted', () => {
  it('names text and suggestions, and no photos where there are none', () => {
    expect(said({})).toContain('What was filled in and what was suggested will be deleted');
    expect(said({})).not.toContain('photo');
  });

  it('tells the photos added with it from those of the library', () => {
    const all = said({ photos: ['a', 'b', 'c'], own_photos: ['a', 'b'] });
    expect(all).toContain('So will the 2 photos added with it, unless another item uses them.');
    expect(all).toContain('The photo chosen from the library stays there.');
    const own = said({ photos: ['a'], own_photos: ['a'] });
    expect(own).toContain('So will the photo added with it, unless another item uses it.');
    expect(own).not.toContain('library');
    const chosen = said({ photos: ['a', 'b'] });
    expect(chosen).toContain('The 2 photos chosen from the library stay there.');
    expect(chosen).not.toContain('So will');
  });

  it('says that an analysis under way ends', () => {
    expect(said({ processing_status: { listing_analysis: runStatus() } })).toContain('analysis under way');
    const done = { listing_analysis: runStatus({ status: 'completed' }) };
    expect(said({ processing_status: done })).not.toContain('analysis under way');
  });
});
