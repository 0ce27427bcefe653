import type { Role } from '@docket/model/roles';
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { Listing } from '@docket/model/listing/listing';
import { WorkspaceContext } from '../../../data/workspace.ts';
import { NOTHING_PENDING } from '../../collections/run/run-view.ts';
import { makeListing } from '../testing/make-listing.ts';
import { runStatus } from '../testing/run-status.ts';
import { DraftItem } from './draft-item.tsx';
import { draftView } from './draft-rows.ts';

function markup(change: Partial<Listing>, role: Role = 'editor', author = 'Ada'): string {
  const draft = makeListing('l', change);
  return renderToStaticMarkup(
    <MantineProvider>
      <MemoryRouter>
        <WorkspaceContext value={{ id: 'w', name: 'W', role }}>
          <ul>
            <DraftItem
              draft={draft}
              view={draftView(draft, NOTHING_PENDING)}
              photo={null}
              photoState={null}
              author={author}
              onDelete={() => undefined}
            />
          </ul>
        </WorkspaceContext>
      </MemoryRouter>
    </MantineProvider>,
  );
}

const NAMED = { title: 'Oak chair', touched: ['title' as const] };
const analysed = (change: Parameters<typeof runStatus>[0]) => ({
  processing_status: { listing_analysis: runStatus(change) },
});

describe('a draft in the list', () => {
  it('leads to where it is filled in, by its name and by a button that names it', () => {
    const html = markup(NAMED);
    expect(html.match(/href="\/w\/w\/listings\/l"/gu)).toHaveLength(2);
    expect(html).toContain('aria-label="Continue Oak chair"');
    expect(html).toContain('aria-label="Delete Oak chair"');
    expect(markup({})).toContain('Untitled');
  });

  it('says when and by whom it was begun, and how many photos it has', () => {
    expect(markup({ photos: ['a', 'b'] })).toMatch(/Begun <time [^>]*>[^<]*<\/time> by Ada · 2 photos/u);
    expect(markup({}, 'editor', 'You')).toMatch(/by you · no photos/u);
  });

  it('shows how far its analysis is', () => {
    const html = markup(analysed({}));
    expect(html).toContain('Analysing photos');
    expect(html).toContain('Reading text… 34%');
    expect(html).toContain('aria-valuenow="34"');
  });

  it('shows no progress where nothing is under way', () => {
    expect(markup(analysed({ status: 'completed' }))).toContain('Suggestions ready');
    expect(markup(analysed({ status: 'completed' }))).not.toContain('aria-valuenow');
  });

  it('says why its analysis has failed', () => {
    const error = { code: 'internal', message: 'The reader is down.', phase: '', details: '' } as const;
    expect(markup(analysed({ status: 'failed', error }))).toContain('The reader is down.');
  });

  it('shows viewers the way to it, and nothing to press', () => {
    const html = markup(NAMED, 'viewer');
    expect(html).toContain('href="/w/w/listings/l"');
    expect(html).not.toContain('Continue');
    expect(html).not.toContain('<button');
  });
});
