import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { WorkspaceContext } from '../../data/workspace.ts';
import { FitmentTabs } from './fitment-tabs.tsx';

describe('the parts of the fitments', () => {
  it('lead to each other, and say where one is', () => {
    const markup = renderToStaticMarkup(
      <MemoryRouter initialEntries={['/w/w1/fitments/jobs/j1']}>
        <WorkspaceContext value={{ id: 'w1', name: 'Workshop', role: 'viewer' }}>
          <FitmentTabs current="jobs" />
        </WorkspaceContext>
      </MemoryRouter>,
    );
    const links = [...markup.matchAll(/<a[^>]*>/gu)].map(([tag]) => [
      /href="([^"]*)"/u.exec(tag)?.[1],
      tag.includes('aria-current="page"'),
    ]);
    expect(links).toEqual([
      ['/w/w1/fitments/parts', false],
      ['/w/w1/fitments/jobs', true],
      ['/w/w1/fitments/results', false],
      ['/w/w1/fitments/vehicles', false],
    ]);
  });
});
