/** A file on its way: how far it is, pause, cancel, try again. */
import { formatBytes } from '@docket/model/limits';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useClient } from '../../../data/hooks.ts';
import type { Upload } from '../../../data/uploads/upload-state.ts';
import { FileRow } from '../../../ui/file-row.tsx';
import { uploadDetail, uploadPercent } from './upload-text.ts';

function Actions({ upload }: { upload: Upload }) {
  const { uploads } = useClient();
  const { id, fileName, state } = upload;
  return (
    <>
      {state.phase === 'uploading' && (
        <Tooltip label="Pause">
          <ActionIcon aria-label={`Pause ${fileName}`} onClick={() => uploads.pause(id)}>
            <IconPlayerPause size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      )}
      {state.phase === 'paused' && (
        <Tooltip label="Resume">
          <ActionIcon aria-label={`Resume ${fileName}`} onClick={() => uploads.resume(id)}>
            <IconPlayerPlay size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      )}
      {state.phase === 'failed' && (
        <Button size="compact-sm" variant="default" onClick={() => uploads.retry(id)}>
          Try again
        </Button>
      )}
      {state.phase !== 'saving' && (
        <Tooltip label={state.phase === 'refused' || state.phase === 'failed' ? 'Dismiss' : 'Cancel upload'}>
          <ActionIcon
            aria-label={`${state.phase === 'refused' ? 'Dismiss' : 'Cancel'} ${fileName}`}
            onClick={() => uploads.dismiss(id)}
          >
            <IconX size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  );
}

export function UploadRow({ upload }: { upload: Upload }) {
  const { state } = upload;
  const percent = uploadPercent(state);
  const reason = state.phase === 'refused' || state.phase === 'failed' ? state.reason : null;
  return (
    <FileRow
      name={upload.fileName}
      detail={reason === null ? uploadDetail(upload) : formatBytes(upload.size)}
      {...(percent === null ? {} : { progress: percent })}
      {...(reason === null ? {} : { error: reason })}
      {...(upload.warning === null ? {} : { warning: upload.warning })}
      actions={<Actions upload={upload} />}
    />
  );
}
