/** How the uploads go, all together, and what did not go well. */
import { Button, Group, Paper, Progress, Text } from '@mantine/core';
import { memo, useMemo } from 'react';
import { useStore } from 'zustand';
import { useImageWork } from '../../../data/uploads/images/use-image-uploads.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { useThrottledStore } from '../../../ui/use-throttled-store.ts';
import { counted } from '../image-words.ts';
import classes from './upload-panel.module.css';
import { uploadSummary } from './upload-summary.ts';

export const UploadPanel = memo(function UploadPanel() {
  const workspace = useWorkspace();
  const { uploads, previews } = useImageWork();
  const all = useThrottledStore(uploads.uploads);
  const arrivals = useThrottledStore(uploads.arrivals);
  const held = useStore(uploads.held);
  const { done, of, percent, failed } = useMemo(
    () =>
      uploadSummary(
        all.filter(({ workspaceId }) => workspaceId === workspace.id),
        arrivals,
      ),
    [all, arrivals, workspace.id],
  );
  if (of === 0 && failed.length === 0) return null;
  const cancel = () => {
    for (const { id, workspaceId, state } of all) {
      if (workspaceId !== workspace.id || state.phase === 'saving') continue;
      uploads.dismiss(id);
      previews.forget(id);
    }
    uploads.resumeAll();
  };
  return (
    <Paper withBorder component="section" aria-label="Uploads" className={classes.root}>
      <Group justify="space-between" gap="sm">
        <Text fw={560} component="output" className={classes.figures}>
          {of > 0 &&
            (held
              ? `Upload paused at ${done.toLocaleString('en')} of ${counted(of, 'image', 'images')}`
              : `Uploading ${counted(of, 'image', 'images')} · ${done.toLocaleString('en')} done`)}
          {of > 0 && failed.length > 0 && ' · '}
          {failed.length > 0 && `${counted(failed.length, 'image', 'images')} not uploaded`}
        </Text>
        <Group gap="xs">
          {failed.length > 0 && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                for (const { id } of failed) uploads.retry(id);
              }}
            >
              Retry {counted(failed.length, 'upload', 'uploads')}
            </Button>
          )}
          {of > 0 && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => (held ? uploads.resumeAll() : uploads.pauseAll())}
            >
              {held ? 'Resume uploads' : 'Pause uploads'}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" color="ink" onClick={cancel}>
            {of > 0 ? 'Cancel uploads' : 'Dismiss'}
          </Button>
        </Group>
      </Group>
      {of > 0 && (
        <>
          <Progress.Root size={5} mt="xs">
            <Progress.Section
              value={percent}
              color={held ? 'yellow.5' : 'blue.6'}
              aria-label="Upload progress"
            />
          </Progress.Root>
          <Text size="xs" c="dimmed" mt={6}>
            Keep this tab open until the uploads are done. Processing goes on without it.
          </Text>
        </>
      )}
    </Paper>
  );
});
