/** All products of a collection: search, filter by category, sort, open one. */
import type { Category } from '@docket/model/category';
import { Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { Confidence } from '../../../ui/confidence.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { NoMatch } from '../../../ui/no-match.tsx';
import { ProductDrawer } from './product-drawer.tsx';
import { formatMoney, matches, overallConfidence, placeLabel } from './product-format.ts';
import { ProductPicture } from './product-picture.tsx';
import classes from './product-table.module.css';
import type { StoredProduct } from './use-products.ts';

const ROW_HEIGHT = 64;
const rowId = ({ path }: StoredProduct) => path;

/** Cells are plain elements: a table of thousands draws dozens of them for each turn of the wheel. */
function columns(open: (product: StoredProduct) => void): DataColumn<StoredProduct>[] {
  return [
    {
      id: 'picture',
      header: 'Picture',
      width: '64px',
      cell: ({ data }) => <ProductPicture product={data} size={48} />,
    },
    {
      id: 'name',
      header: 'Product',
      sortBy: ({ data }) => data.name,
      cell: (product) => (
        <button type="button" className={classes.name} onClick={() => open(product)}>
          <span className={classes.title}>{product.data.name}</span>
          <span className={classes.sku}>{product.data.sku ?? 'no style number'}</span>
        </button>
      ),
    },
    {
      id: 'category',
      header: 'Category',
      width: '13%',
      hideBelow: 'sm',
      sortBy: ({ data }) => data.category ?? undefined,
      cell: ({ data }) => data.category,
    },
    {
      id: 'wholesale',
      header: 'Wholesale',
      width: '88px',
      align: 'right',
      sortBy: ({ data }) => data.wholesale_price ?? undefined,
      cell: ({ data }) => formatMoney(data.wholesale_price, data.currency),
    },
    {
      id: 'msrp',
      header: 'RRP',
      width: '100px',
      align: 'right',
      hideBelow: 'sm',
      sortBy: ({ data }) => data.msrp ?? undefined,
      cell: ({ data }) => formatMoney(data.msrp, data.currency),
    },
    {
      id: 'colors',
      header: 'Colours',
      width: '14%',
      hideBelow: 'md',
      cell: ({ data }) => <span className={classes.clamped}>{data.colors.join(', ')}</span>,
    },
    {
      id: 'sizes',
      header: 'Sizes',
      width: '13%',
      hideBelow: 'md',
      cell: ({ data }) => <span className={classes.clamped}>{data.sizes.join(' · ')}</span>,
    },
    {
      id: 'place',
      header: 'Read from',
      width: '88px',
      hideBelow: 'md',
      sortBy: ({ data }) => data.position,
      cell: ({ data }) => placeLabel(data.place),
    },
    {
      id: 'confidence',
      header: 'Confidence',
      width: '104px',
      hideBelow: 'sm',
      sortBy: ({ data }) => overallConfidence(data) ?? undefined,
      cell: ({ data }) => {
        const confidence = overallConfidence(data);
        return confidence === null ? null : <Confidence value={confidence} label />;
      },
    },
  ];
}

interface Props {
  products: readonly StoredProduct[];
  categories: readonly Category[];
  /** The category to begin with; null shows all. */
  initialCategory?: string | null;
}

export function ProductTable({ products, categories, initialCategory = null }: Props) {
  const [search, setSearch] = useState('');
  const [category, setCategory] = useState<string | null>(initialCategory);
  const [opened, setOpened] = useState<StoredProduct | null>(null);
  const sought = useDeferredValue(search.trim());
  const definitions = useMemo(() => columns(setOpened), []);
  const shown = useMemo(
    () => products.filter(({ data }) => matches(data, sought, category)),
    [products, sought, category],
  );
  return (
    <Stack gap="sm">
      <Group gap="sm" className={classes.filters}>
        <TextInput
          aria-label="Search products"
          placeholder="Search name, style number, colour…"
          leftSection={<IconSearch size={15} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          className={classes.search}
        />
        <Select
          aria-label="Category"
          placeholder="All categories"
          clearable
          comboboxProps={{ withinPortal: false }}
          value={category}
          onChange={setCategory}
          data={categories.map(({ name }) => name)}
          w={200}
        />
        <Text size="sm" c="dimmed" component="output" ml="auto" className={classes.count}>
          {shown.length === products.length
            ? `${products.length.toLocaleString('en')} products`
            : `${shown.length.toLocaleString('en')} of ${products.length.toLocaleString('en')} products`}
        </Text>
      </Group>
      {shown.length === 0 ? (
        <NoMatch
          resetLabel="Show all products"
          onReset={() => {
            setSearch('');
            setCategory(null);
          }}
        >
          No product matches. Try fewer words or another category.
        </NoMatch>
      ) : (
        <DataTable
          label="Products"
          columns={definitions}
          rows={shown}
          rowId={rowId}
          rowHeight={ROW_HEIGHT}
          onOpen={setOpened}
        />
      )}
      <ProductDrawer product={opened} onClose={() => setOpened(null)} />
    </Stack>
  );
}
