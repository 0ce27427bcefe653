/** The vehicles of the table: searched and filtered. */
import { Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { DataTable } from '../../../ui/data-table.tsx';
import { FilterSelect } from '../../../ui/filter-select.tsx';
import { listCount } from '../../../ui/list-count.ts';
import { ListToolbar } from '../../../ui/list-toolbar.tsx';
import { NoMatch } from '../../../ui/no-match.tsx';
import { NARROW_VEHICLE_COLUMNS, VEHICLE_COLUMNS, VEHICLES_WIDTH } from './vehicle-columns.tsx';
import { soughtVehicles, type VehicleRow } from './vehicle-rows.ts';

const ROW_HEIGHT = 54;
const rowId = ({ id }: VehicleRow) => id;

function View({ rows }: { rows: readonly VehicleRow[] }) {
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [search, setSearch] = useState('');
  const [make, setMake] = useState<string | null>(null);
  const sought = useDeferredValue(search);
  const shown = useMemo(() => soughtVehicles(rows, make, sought), [rows, make, sought]);
  const makes = useMemo(
    () => [...new Set(rows.map(({ model }) => model.make))].map((name) => ({ value: name, label: name })),
    [rows],
  );
  return (
    <Stack gap="sm">
      <ListToolbar
        searchLabel="Search vehicles"
        searchIn="Search make, model, trim, year…"
        search={search}
        onSearch={setSearch}
        count={listCount(shown.length, rows.length, ['model', 'models'])}
      >
        <FilterSelect label="Make" all="All makes" options={makes} value={make} onChange={setMake} />
      </ListToolbar>
      {shown.length === 0 ? (
        <NoMatch
          resetLabel="Show all vehicles"
          onReset={() => {
            setSearch('');
            setMake(null);
          }}
        >
          No vehicle matches. Try fewer words, another make, or show all vehicles.
        </NoMatch>
      ) : (
        <DataTable
          label="Vehicles"
          columns={narrow ? NARROW_VEHICLE_COLUMNS : VEHICLE_COLUMNS}
          rows={shown}
          rowId={rowId}
          rowHeight={ROW_HEIGHT}
          {...(narrow ? {} : { minWidth: VEHICLES_WIDTH })}
        />
      )}
    </Stack>
  );
}

export const VehiclesView = memo(View);
