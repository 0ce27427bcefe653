/** All collections of the workspace. */
import { Button, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChecks, IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useQuery } from '../../data/hooks.ts';
import { collectionReader, queries } from '../../data/records.ts';
import { useCan, useWorkspace } from '../../data/workspace.ts';
import { DamagedRecords } from '../../ui/damaged-records.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { CardsSkeleton } from '../../ui/loading-state.tsx';
import { NoMatch } from '../../ui/no-match.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { CollectionsEmpty } from './collections-empty.tsx';
import { CollectionsGrid } from './collections-grid.tsx';
import { CreateDialog } from './manage/create-dialog.tsx';

/** From this many collections on there is a search. */
const SEARCH_FROM = 7;

export default function CollectionsPage() {
  const workspace = useWorkspace();
  const mayEdit = useCan('edit');
  const [creating, dialog] = useDisclosure(false);
  const [search, setSearch] = useState('');
  const [selected, setSelected] = useState<ReadonlySet<string> | null>(null);
  const collections = useQuery(queries.collections(workspace.id), collectionReader);
  const records = collections.state === 'ready' ? collections.value.records : null;
  const shown = useMemo(
    () =>
      (records ?? [])
        .filter(({ data }) =>
          `${data.name} ${data.season}`.toLowerCase().includes(search.trim().toLowerCase()),
        )
        .toSorted((a, b) => b.data.created_at.getTime() - a.data.created_at.getTime()),
    [records, search],
  );
  const create = mayEdit && (
    <Button leftSection={<IconPlus size={16} stroke={2} aria-hidden />} onClick={dialog.open}>
      Create collection
    </Button>
  );
  const select = mayEdit && records !== null && (
    <Button
      variant="default"
      leftSection={<IconChecks size={16} stroke={1.8} aria-hidden />}
      onClick={() => setSelected(selected === null ? new Set() : null)}
    >
      {selected === null ? 'Select' : 'Done selecting'}
    </Button>
  );
  const empty = records?.length === 0;
  return (
    <Stack gap="lg">
      <PageTitle>Collections</PageTitle>
      <PageHeader
        title="Collections"
        description="Linesheets and purchase orders of one season or delivery, and what is made of them."
        actions={
          empty ? undefined : (
            <>
              {select}
              {create}
            </>
          )
        }
      />
      {collections.state === 'loading' && <CardsSkeleton />}
      {collections.state === 'error' && (
        <ErrorState title="The collections could not be loaded" message={collections.message} />
      )}
      {collections.state === 'ready' && (
        <DamagedRecords
          what={`${collections.value.malformed.length} collections`}
          records={collections.value.malformed}
        />
      )}
      {empty && <CollectionsEmpty action={create} />}
      {(records?.length ?? 0) >= SEARCH_FROM && (
        <TextInput
          aria-label="Search collections"
          placeholder="Search collections…"
          leftSection={<IconSearch size={15} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          maw={360}
        />
      )}
      {!empty && records !== null && shown.length === 0 && (
        <NoMatch resetLabel="Show all collections" onReset={() => setSearch('')}>
          {`No collection has “${search.trim()}” in its name or season.`}
        </NoMatch>
      )}
      {shown.length > 0 && <CollectionsGrid collections={shown} selected={selected} onSelect={setSelected} />}
      <CreateDialog opened={creating} onClose={dialog.close} />
    </Stack>
  );
}
