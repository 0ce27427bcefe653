/** The approved fitments: by part, or what they cover by model. Searched and filtered. */
import { coverageOf, type ModelCoverage } from '@docket/model/fitment/fitment-coverage';
import type { MergedFitment } from '@docket/model/fitment/merge-fitments';
import { SegmentedControl, Select, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { DataTable } from '../../../ui/data-table.tsx';
import { FilterSelect } from '../../../ui/filter-select.tsx';
import { listCount } from '../../../ui/list-count.ts';
import { ListToolbar } from '../../../ui/list-toolbar.tsx';
import { NoMatch } from '../../../ui/no-match.tsx';
import {
  COVERAGE_COLUMNS,
  NARROW_COVERAGE_COLUMNS,
  narrowResultColumns,
  resultColumns,
  RESULTS_WIDTH,
} from './result-columns.tsx';
import { ALL_RESULTS, makesOf, partsOf, type ResultRow, soughtResults } from './result-rows.ts';

type By = 'part' | 'vehicle';

const LOOKS: { value: By; label: string }[] = [
  { value: 'part', label: 'By part' },
  { value: 'vehicle', label: 'By vehicle' },
];
const ROW_HEIGHT = 58;
const COVERAGE_ROW_HEIGHT = 46;
/** As many parts as a search among them offers. */
const PARTS_OFFERED = 100;
const rowId = ({ id }: ResultRow) => id;
const coverageId = ({ make, model }: ModelCoverage) => JSON.stringify([make, model]);

interface Props {
  fitments: readonly MergedFitment[];
  rows: readonly ResultRow[];
}

function View({ fitments, rows }: Props) {
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [by, setBy] = useState<By>('part');
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState(ALL_RESULTS);
  const sought = useDeferredValue(search);
  const shown = useMemo(() => soughtResults(rows, filter, sought), [rows, filter, sought]);
  const covered = useMemo(() => coverageOf(shown.map(({ fitment }) => fitment)), [shown]);
  const makes = useMemo(() => makesOf(fitments).map((make) => ({ value: make, label: make })), [fitments]);
  const parts = useMemo(() => partsOf(fitments), [fitments]);
  const onPart = useCallback((part: string) => setFilter((before) => ({ ...before, part })), []);
  const columns = useMemo(
    () => (narrow ? narrowResultColumns(onPart) : resultColumns(onPart)),
    [narrow, onPart],
  );
  const count =
    by === 'part'
      ? listCount(shown.length, rows.length, ['fitment', 'fitments'])
      : listCount(covered.length, covered.length, ['model', 'models']);
  return (
    <Stack gap="sm">
      <ListToolbar
        searchLabel="Search fitments"
        searchIn="Search part, vehicle, year…"
        search={search}
        onSearch={setSearch}
        count={count}
        actions={
          <SegmentedControl
            aria-label="How the fitments are listed"
            size="sm"
            data={LOOKS}
            value={by}
            onChange={(value) => setBy(value === 'vehicle' ? 'vehicle' : 'part')}
          />
        }
      >
        <FilterSelect
          label="Make"
          all="All makes"
          options={makes}
          value={filter.make}
          onChange={(make) => setFilter({ ...filter, make })}
        />
        <Select
          aria-label="Part"
          placeholder="All parts"
          data={parts}
          value={filter.part}
          onChange={(part) => setFilter({ ...filter, part })}
          searchable
          clearable
          limit={PARTS_OFFERED}
          nothingFoundMessage="No such part"
          comboboxProps={{ withinPortal: false }}
          w={170}
        />
      </ListToolbar>
      {shown.length === 0 && (
        <NoMatch
          resetLabel="Show all fitments"
          onReset={() => {
            setSearch('');
            setFilter(ALL_RESULTS);
          }}
        >
          No approved fitment matches. Try fewer words, another filter, or show all fitments.
        </NoMatch>
      )}
      {shown.length > 0 && by === 'part' && (
        <DataTable
          label="Approved fitments"
          columns={columns}
          rows={shown}
          rowId={rowId}
          rowHeight={ROW_HEIGHT}
          {...(narrow ? {} : { minWidth: RESULTS_WIDTH })}
        />
      )}
      {shown.length > 0 && by === 'vehicle' && (
        <DataTable
          label="Parts by model"
          columns={narrow ? NARROW_COVERAGE_COLUMNS : COVERAGE_COLUMNS}
          rows={covered}
          rowId={coverageId}
          rowHeight={COVERAGE_ROW_HEIGHT}
        />
      )}
    </Stack>
  );
}

export const ResultsView = memo(View);
