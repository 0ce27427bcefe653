/** Generate Items: the button with what stands in its way, the run, and what the latest one has made. */
import type { Collection } from '@docket/model/collection';
import { paths } from '@docket/model/paths';
import { Alert, Stack, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useDocument } from '../../../../data/hooks.ts';
import { type Live, mapLive } from '../../../../data/live.ts';
import type { Stored } from '../../../../data/reader.ts';
import { jobReader, type StoredFile } from '../../../../data/records.ts';
import { useWorkspace } from '../../../../data/workspace.ts';
import { FailurePanel } from '../../run/failure-panel.tsx';
import { RunningPanel } from '../../run/running-panel.tsx';
import type { FileTable } from '../columns/use-order-tables.ts';
import { CheckWarning } from './check-warning.tsx';
import { GenerateCard } from './generate-card.tsx';
import { type Linesheets, staleness } from './staleness.ts';
import type { Generation } from './use-generation.ts';

interface Props {
  collection: Stored<Collection>;
  documents: Live<readonly StoredFile[]>;
  generation: Generation;
  /** How the orders were read. */
  tables: readonly FileTable[];
  /** Shows the items that no product was found for. */
  onShowUnmatched: () => void;
}

function useOrdersOnly(documents: Live<readonly StoredFile[]>): Live<readonly StoredFile[]> {
  return useMemo(
    () => mapLive(documents, (files) => files.filter(({ data }) => data.kind === 'purchase_order')),
    [documents],
  );
}

/** The linesheets that are there, and what the run has read that the products come from. */
function useLinesheets(
  { data: { results } }: Stored<Collection>,
  documents: Live<readonly StoredFile[]>,
): Linesheets {
  const workspace = useWorkspace();
  const job = useDocument(results === null ? null : paths.job(workspace.id, results.job_id), jobReader);
  const present = documents.state === 'ready' ? documents.value : [];
  return {
    present: present.filter(({ data }) => data.kind === 'linesheet'),
    processed: job.state === 'ready' ? (job.value?.data.input.document_ids ?? null) : null,
  };
}

export function GeneratePanel({ collection, documents, generation, tables, onShowUnmatched }: Props) {
  const { view, block, start, orders } = generation;
  const orderFiles = useOrdersOnly(documents);
  const linesheets = useLinesheets(collection, documents);
  const stale = documents.state === 'ready' ? staleness(collection.data, orders, linesheets) : [];
  return (
    <Stack gap="md">
      {view.state === 'running' && <RunningPanel pipeline="item_generation" view={view} />}
      {view.state === 'failed' && (
        <FailurePanel
          pipeline="item_generation"
          jobId={view.jobId}
          status={view.status}
          documents={orderFiles}
          onStart={block === null ? start : null}
        />
      )}
      {view.state === 'cancelled' && (
        <Alert color="ink" title="Item generation was cancelled">
          What this run had made was removed. Earlier items and everything you have edited are still here.
        </Alert>
      )}
      {view.state !== 'running' && stale.length > 0 && (
        <Alert
          color="yellow"
          title="These items are out of date"
          icon={<IconClockExclamation aria-hidden />}
          style={{ overflowWrap: 'anywhere' }}
        >
          {stale.map((sentence) => (
            <Text key={sentence} size="sm">
              {sentence}
            </Text>
          ))}
          <Text size="sm">
            They stay as they are, with everything you have edited, until you generate them again.
          </Text>
        </Alert>
      )}
      {view.state !== 'running' && (
        <GenerateCard
          collection={collection}
          generation={generation}
          stale={stale.length > 0}
          onShowUnmatched={onShowUnmatched}
        />
      )}
      <CheckWarning results={collection.data.item_results} tables={tables} />
    </Stack>
  );
}
