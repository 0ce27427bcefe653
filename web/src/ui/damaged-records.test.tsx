import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DamagedRecords } from './damaged-records.tsx';

const markup = (records: readonly { path: string; reason: string }[]) =>
  renderToStaticMarkup(
    <MantineProvider>
      <DamagedRecords what="Some items" records={records} />
    </MantineProvider>,
  );

describe('records that cannot be shown', () => {
  it('are named with their reasons', () => {
    const html = markup([
      { path: 'w/items/a', reason: 'name: too long' },
      { path: 'w/items/b', reason: 'unreadable' },
    ]);
    expect(html).toContain('Some items cannot be shown');
    expect(html).toContain('w/items/a (name: too long); w/items/b (unreadable).');
  });

  it('are not spoken of where there are none', () => {
    expect(markup([])).not.toContain('cannot be shown');
  });
});
