import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { FilterSelect } from './filter-select.tsx';
import { ListToolbar } from './list-toolbar.tsx';

const KINDS = [
  { value: 'tools', label: 'Tools' },
  { value: '', label: 'No category' },
];
const nothing = () => undefined;

function markup(category: string | null): string {
  return renderToStaticMarkup(
    <MantineProvider>
      <ListToolbar
        searchLabel="Search items"
        searchIn="Search name…"
        search="glue"
        onSearch={nothing}
        count="3 of 40 items"
        actions={<button type="button">Undo</button>}
      >
        <FilterSelect
          label="Category"
          all="All categories"
          options={KINDS}
          value={category}
          onChange={nothing}
        />
      </ListToolbar>
    </MantineProvider>,
  );
}

const field = (html: string, label: string) =>
  new RegExp(`<input[^>]*aria-label="${label}"[^>]*>`, 'u').exec(html)?.[0] ?? '';

describe('the toolbar of a list', () => {
  it('has a search with a name, and says what is searched', () => {
    const search = field(markup(null), 'Search items');
    expect(search).toContain('placeholder="Search name…"');
    expect(search).toContain('value="glue"');
  });

  it('tells how much is shown as it changes, before what can be done', () => {
    expect(markup(null)).toMatch(/<output[^>]*>3 of 40 items<\/output><button/u);
  });
});

describe('a filter', () => {
  it('says what is shown: all, one value, or what has none', () => {
    expect(field(markup(null), 'Category')).toContain('value=""');
    expect(field(markup(null), 'Category')).toContain('placeholder="All categories"');
    expect(field(markup('tools'), 'Category')).toContain('value="Tools"');
    expect(field(markup(''), 'Category')).toContain('value="No category"');
  });
});
