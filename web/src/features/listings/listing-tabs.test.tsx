import type { Role } from '@docket/model/roles';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { WorkspaceContext } from '../../data/workspace.ts';
import { ListingTabRow } from './listing-tabs.tsx';

function tabs(role: Role, drafts: number | null = null) {
  return renderToStaticMarkup(
    <MemoryRouter initialEntries={['/w/w1/listings/drafts']}>
      <WorkspaceContext value={{ id: 'w1', name: 'Workshop', role }}>
        <ListingTabRow current="drafts" drafts={drafts} />
      </WorkspaceContext>
    </MemoryRouter>,
  );
}

function linksFor(role: Role) {
  return [...tabs(role).matchAll(/<a[^>]*>/gu)].map(([tag]) => [
    /href="([^"]*)"/u.exec(tag)?.[1],
    tag.includes('aria-current="page"'),
  ]);
}

describe('the parts of My Items', () => {
  it('lead to each other, and say where one is', () => {
    expect(linksFor('editor')).toEqual([
      ['/w/w1/listings/new', false],
      ['/w/w1/listings', false],
      ['/w/w1/listings/drafts', true],
    ]);
  });

  it('are without Create Item for those who may only look', () => {
    expect(linksFor('viewer')).toEqual([
      ['/w/w1/listings', false],
      ['/w/w1/listings/drafts', true],
    ]);
  });

  it('say how many drafts there are, once somebody knows and there are any', () => {
    expect(tabs('editor', 1200)).toContain('>Drafts (1,200)<');
    expect(tabs('editor', 0)).toContain('>Drafts<');
    expect(tabs('editor', null)).toContain('>Drafts<');
  });
});
