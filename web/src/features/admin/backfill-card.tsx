/** The backfill: which images lack what is made of them by now, and making it. */
import type { BackfillFindings } from '@docket/model/backfill';
import { CURRENT_BACKFILL } from '@docket/model/image-derivatives';
import { formatBytes } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import type { AdminRequest } from '@docket/model/queue';
import { Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMemo } from 'react';
import { imageBatchReader } from '../../data/image-records.ts';
import { useDocument, useQuery } from '../../data/hooks.ts';
import { backfillReader, queueQueries } from '../../data/queue-records.ts';
import { useWorkspace } from '../../data/workspace.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { RowsSkeleton } from '../../ui/loading-state.tsx';
import { when } from '../collections/history/history-words.ts';
import classes from './backfill-card.module.css';
import { type BackfillProgress, type BackfillView, backfillView } from './backfill-view.ts';
import { useAsk } from './use-ask.ts';
import { backfillSentence, figure, some } from './words.ts';

/** What would be done. */
function Findings({ findings: { missing, bytes, done, examples, at } }: { findings: BackfillFindings }) {
  return (
    <Stack gap={4}>
      <Text className={classes.figures}>
        {missing === 0
          ? `Nothing is missing: ${some(done, 'image')} ${done === 1 ? 'is' : 'are'} complete.`
          : `${some(missing, 'image')} (${formatBytes(bytes)}) ${missing === 1 ? 'lacks' : 'lack'} thumbnails or variants, or ${missing === 1 ? 'has' : 'have'} outdated ones; ${figure(done)} ${done === 1 ? 'is' : 'are'} complete.`}
      </Text>
      {examples.length > 0 && (
        <Text size="sm" c="dimmed" className={classes.figures}>
          For example {examples.slice(0, 5).join(', ')}
          {missing > 5 ? ' …' : '.'}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        Looked at <time dateTime={at.toISOString()}>{when(at)}</time>.
      </Text>
    </Stack>
  );
}

function Made({ progress }: { progress: BackfillProgress }) {
  const { missing, completed, failed, unsure, left } = progress;
  const share = (count: number) => (missing === 0 ? 0 : (count / missing) * 100);
  return (
    <Stack gap={6}>
      <Text size="sm" className={classes.figures}>
        {figure(completed)} of {some(missing, 'image')} done
        {failed > 0 && `, ${figure(failed)} failed`}
        {unsure > 0 &&
          `, ${figure(unsure)} in batches that failed or were cancelled, of which some may be done`}
        {left > 0 && `, ${figure(left)} to go`}.
      </Text>
      {missing > 0 && (
        <Progress.Root size={6} aria-label="Progress of the backfill">
          <Progress.Section
            value={share(completed)}
            color={left > 0 ? 'blue.6' : 'green.6'}
            aria-label="Done"
          />
          {failed > 0 && <Progress.Section value={share(failed)} color="red.7" aria-label="Failed" />}
        </Progress.Root>
      )}
    </Stack>
  );
}

function Actions({ view }: { view: BackfillView }) {
  const ask = useAsk();
  const [asking, dialog] = useDisclosure(false);
  const { asked, stage, preview } = view;
  const busy = asked !== null || stage === 'finding' || stage === 'making';
  const missing = preview?.missing ?? 0;
  return (
    <Group gap="sm">
      {missing > 0 && stage === 'previewed' && (
        <Button onClick={dialog.open} disabled={busy}>
          {asked === 'start' ? 'Asked' : `Make them (${figure(missing)})`}
        </Button>
      )}
      <Button variant="default" onClick={() => ask({ action: 'preview_backfill' })} disabled={busy}>
        {asked === 'preview' ? 'Looking…' : 'Check what is missing'}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={dialog.close}
        onConfirm={() => ask({ action: 'start_backfill' })}
        title={`Make thumbnails and variants of ${some(missing, 'image')}?`}
        confirmLabel={`Make them (${figure(missing)})`}
        keepLabel="Not now"
        harmless
      >
        They are looked for once more and put into batches, which wait in the queue like others. Originals are
        not touched, and images that are complete are left alone.
      </ConfirmDialog>
    </Group>
  );
}

export function BackfillCard({ asked }: { asked: readonly AdminRequest[] }) {
  const { id } = useWorkspace();
  const backfill = useDocument(paths.backfill(id, CURRENT_BACKFILL), backfillReader);
  const batches = useQuery(queueQueries.batchesOf(id, CURRENT_BACKFILL), imageBatchReader);
  const view = useMemo(() => {
    if (backfill.state !== 'ready' || batches.state !== 'ready') return null;
    const records = batches.value.records.map(({ data }) => data);
    return backfillView(backfill.value?.data ?? null, records, asked);
  }, [backfill, batches, asked]);
  const problem =
    backfill.state === 'error' ? backfill.message : batches.state === 'error' ? batches.message : null;
  return (
    <Paper withBorder p="md" component="section" aria-label="Backfill">
      <Stack gap="sm">
        <Stack gap={2}>
          <Title order={2} size="h3">
            Backfill of images
          </Title>
          <Text size="sm" c="dimmed">
            Makes thumbnails and variants for images that have none, or whose are made in an older way. It
            begins by itself once after a deployment that changes how they are made.
          </Text>
        </Stack>
        {problem !== null && (
          <Text size="sm" role="alert">
            How far it is could not be loaded. {problem}
          </Text>
        )}
        {problem === null && view === null && <RowsSkeleton rows={1} />}
        {view !== null && (
          <>
            <Text component="output" display="block" className={classes.figures}>
              {backfillSentence(view)}
            </Text>
            {view.progress !== null && <Made progress={view.progress} />}
            {view.preview !== null && <Findings findings={view.preview} />}
            <Actions view={view} />
          </>
        )}
      </Stack>
    </Paper>
  );
}
