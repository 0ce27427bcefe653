import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { narrowReviewColumns, reviewColumns } from './review-columns.tsx';
import { rowsMaker } from './review-rows.ts';
import { makeGroups } from './testing/make-groups.ts';

const [ROW] = rowsMaker()(makeGroups(1, 1)).rows;
const nothing = () => undefined;

/** The buttons of a row by name, and whether the tab key leads to each. */
function buttons(columns: ReturnType<typeof reviewColumns>): [string, boolean][] {
  if (ROW === undefined) throw new Error('There is no row');
  const markup = renderToStaticMarkup(
    <MantineProvider>
      {columns.map(({ id, cell }) => (
        <div key={id}>{cell(ROW)}</div>
      ))}
    </MantineProvider>,
  );
  return [...markup.matchAll(/<button([^>]*)>([^<]*)/gu)].map(([, tag = '', text = '']) => [
    /aria-label="([^"]*)"/u.exec(tag)?.[1] ?? text,
    !tag.includes('tabindex="-1"'),
  ]);
}

describe.each([
  ['on wide screens', reviewColumns],
  ['on narrow screens', narrowReviewColumns],
])('the rows of the review %s', (_, columnsOf) => {
  it('are opened by the keyboard where they are only read', () => {
    expect(buttons(columnsOf(null, nothing))).toEqual([['g0-P0', true]]);
  });

  it('are one stop of the keyboard where keys decide, open and move', () => {
    const found = buttons(columnsOf(nothing, nothing));
    expect(found.map(([name]) => name)).toEqual([
      expect.stringMatching(/^Approve g0-P0 on /u),
      expect.stringMatching(/^Reject g0-P0 on /u),
    ]);
    expect(found.every(([, reachable]) => !reachable)).toBe(true);
  });
});
