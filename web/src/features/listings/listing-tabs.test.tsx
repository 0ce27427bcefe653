import type { Role } from '@docket/model/roles';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { WorkspaceContext } from '../../data/workspace.ts';
import { ListingTabs } from './listing-tabs.tsx';

function linksFor(role: Role) {
  const markup = renderToStaticMarkup(
    <MemoryRouter initialEntries={['/w/w1/listings/drafts']}>
      <WorkspaceContext value={{ id: 'w1', name: 'Workshop', role }}>
        <ListingTabs current="drafts" />
      </WorkspaceContext>
    </MemoryRouter>,
  );
  return [...markup.matchAll(/<a[^>]*>/gu)].map(([tag]) => [
    /href="([^"]*)"/u.exec(tag)?.[1],
    tag.includes('aria-current="page"'),
  ]);
}

describe('the parts of My Items', () => {
  it('lead to each other, and say where one is', () => {
    expect(linksFor('editor')).toEqual([
      ['/w/w1/listings', false],
      ['/w/w1/listings/drafts', true],
      ['/w/w1/listings/new', false],
    ]);
  });

  it('are without Create Item for those who may only look', () => {
    expect(linksFor('viewer')).toEqual([
      ['/w/w1/listings', false],
      ['/w/w1/listings/drafts', true],
    ]);
  });
});
