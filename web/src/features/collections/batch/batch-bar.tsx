/** What can be started on the chosen collections. Stays in sight while the list scrolls. */
import type { Collection } from '@docket/model/collection';
import { COLLECTION_PIPELINES, type Pipeline, pipelineDefinition } from '@docket/model/pipelines';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { valueOr } from '../../../data/live.ts';
import type { Stored } from '../../../data/reader.ts';
import type { Pending } from '../run/run-view.ts';
import { BatchDialog } from './batch-dialog.tsx';
import classes from './batch.module.css';
import { type Candidate, planBatch } from './batch-plan.ts';
import { useCandidates } from './use-candidates.ts';
import { useStartBatch } from './use-start-batch.ts';

interface Props {
  /** Those on the page. */
  collections: readonly Stored<Collection>[];
  selected: ReadonlySet<string>;
  onSelect: (ids: readonly string[]) => void;
  pending: Pending;
  /** Runs when the starts are on their way. */
  onDone: () => void;
}

const NONE: readonly Candidate[] = [];

export default function BatchBar({ collections, selected, onSelect, pending, onDone }: Props) {
  const live = useCandidates(collections);
  const start = useStartBatch();
  const [asked, setAsked] = useState<Pipeline | null>(null);
  const candidates = valueOr(live, NONE);
  const chosen = candidates.filter(({ collection }) => selected.has(collection.id));
  const plans = COLLECTION_PIPELINES.map((pipeline) => ({
    pipeline,
    plan: planBatch(pipeline, chosen, pending),
  }));
  const asking = plans.find(({ pipeline }) => pipeline === asked);
  const processable = planBatch('document_processing', candidates, pending).starts.map(
    ({ start: { collectionId } }) => collectionId,
  );
  return (
    <section className={classes.bar} aria-label="Selected collections">
      <Text component="output" className={classes.count}>
        {selected.size} selected
      </Text>
      {selected.size === 0 ? (
        <Button
          variant="subtle"
          color="ink"
          size="compact-md"
          disabled={processable.length === 0}
          onClick={() => onSelect(processable)}
        >
          Select all that can be processed
        </Button>
      ) : (
        <Button variant="subtle" color="ink" size="compact-md" onClick={() => onSelect([])}>
          Clear selection
        </Button>
      )}
      {live.state === 'error' && (
        <Text size="sm" c="red">
          The files could not be loaded. {live.message}
        </Text>
      )}
      <div className={classes.deeds}>
        {plans.map(({ pipeline, plan }) => (
          <Button
            key={pipeline}
            variant={plan.starts.length > 0 ? 'filled' : 'default'}
            disabled={selected.size === 0 || live.state !== 'ready'}
            onClick={() => setAsked(pipeline)}
            rightSection={
              selected.size > 0 && (
                <span className={classes.figure} aria-hidden>
                  {plan.starts.length}
                </span>
              )
            }
          >
            {pipelineDefinition(pipeline).label}
            {selected.size > 0 && <span className="docket-hidden">, {plan.starts.length} can start</span>}
          </Button>
        ))}
      </div>
      {asking !== undefined && (
        <BatchDialog
          pipeline={asking.pipeline}
          plan={asking.plan}
          onClose={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null);
            void start(asking.plan.starts);
            onDone();
          }}
        />
      )}
    </section>
  );
}
