/** The items: search, filter, select, open. */
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { DataTable } from '../../../ui/data-table.tsx';
import { NoMatch } from '../../../ui/no-match.tsx';
import type { CellPorts } from './item-cells.tsx';
import { ITEMS_WIDTH, itemColumns, narrowItemColumns } from './item-columns.tsx';
import { ALL_ROWS, type InventoryRow, soughtRows } from './item-rows.ts';
import { ItemsToolbar } from './items-toolbar.tsx';
import type { Inventory } from './use-inventory.ts';

interface Props {
  inventory: Pick<Inventory, 'rows' | 'locations' | 'categories'>;
  ports: CellPorts;
  onPrint: (itemIds: readonly string[]) => void;
  printing: boolean;
}

const ROW_HEIGHT = 62;
/** What the other columns would say stands below the name. */
const NARROW_ROW_HEIGHT = 88;
const NOTHING: ReadonlySet<string> = new Set();
const rowId = ({ id }: InventoryRow) => id;
const label = ({ item }: InventoryRow) => item.name;

function View({ inventory, ports, onPrint, printing }: Props) {
  const { rows, locations, categories } = inventory;
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState(ALL_ROWS);
  const [selected, setSelected] = useState(NOTHING);
  const sought = useDeferredValue(search);
  const shown = useMemo(() => soughtRows(rows, filter, sought), [rows, filter, sought]);
  const low = useMemo(() => rows.reduce((sum, row) => sum + Number(row.low), 0), [rows]);
  const columns = useMemo(() => (narrow ? narrowItemColumns(ports) : itemColumns(ports)), [narrow, ports]);
  const chosen = useMemo(() => rows.filter(({ id }) => selected.has(id)).map(rowId), [rows, selected]);
  return (
    <Stack gap="sm">
      <ItemsToolbar
        search={search}
        onSearch={setSearch}
        filter={filter}
        onFilter={setFilter}
        locations={locations}
        categories={categories}
        low={low}
        shown={shown.length}
        all={rows.length}
      />
      {chosen.length > 0 && (
        <Paper withBorder component="section" aria-label="Selected items" p="xs">
          <Group gap="xs">
            <Text size="sm" fw={600} component="output">
              {chosen.length.toLocaleString('en')} selected
            </Text>
            <Button
              size="compact-sm"
              variant="default"
              loading={printing}
              leftSection={<IconPrinter size={15} stroke={1.8} aria-hidden />}
              onClick={() => onPrint(chosen)}
            >
              Print labels
            </Button>
            <Button size="compact-sm" variant="subtle" color="ink" onClick={() => setSelected(NOTHING)}>
              Clear selection
            </Button>
          </Group>
        </Paper>
      )}
      {shown.length === 0 ? (
        <NoMatch
          resetLabel="Show all items"
          onReset={() => {
            setSearch('');
            setFilter(ALL_ROWS);
          }}
        >
          No item matches. Try fewer words, another filter, or show all items.
        </NoMatch>
      ) : (
        <DataTable
          label="Items"
          columns={columns}
          rows={shown}
          rowId={rowId}
          rowHeight={narrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT}
          onOpen={ports.open}
          selection={{ selected, onChange: setSelected, label }}
          {...(narrow ? {} : { minWidth: ITEMS_WIDTH })}
        />
      )}
    </Stack>
  );
}

export const ItemsView = memo(View);
