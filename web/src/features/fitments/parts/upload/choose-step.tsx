/** The first step with a file of parts: choosing it. What is wrong with it is said before anything is sent. */
import { formatBytes, LIMITS } from '@docket/model/limits';
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { FileDrop } from '../../../../ui/file-drop.tsx';
import { PARTS_ENDINGS } from '@docket/model/fitment/judge-parts-file';
import { SendingNote } from './sending-note.tsx';
import type { Sending } from './use-send-parts.ts';

interface Props {
  /** What becomes of the file. */
  intro: string;
  sending: Sending;
  /** Why nothing can be done with what was chosen; null: nothing is wrong. */
  problem: string | null;
  onFiles: (files: readonly File[]) => void;
  children?: ReactNode;
}

export function ChooseStep({ intro, sending, problem, onFiles, children }: Props) {
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {intro} Rows with the same part number are one part. What each column holds is recognised by its
        header and its values, shown, and can be corrected.
      </Text>
      <FileDrop
        label="Parts"
        hint={`CSV, XLSX or XLS, up to ${LIMITS.partRows.toLocaleString('en')} rows and ${formatBytes(LIMITS.partsFileBytes)}`}
        endings={PARTS_ENDINGS}
        disabled={sending.state === 'sending'}
        onFiles={onFiles}
      />
      <SendingNote sending={problem === null ? sending : { state: 'refused', reason: problem }} />
      {children}
    </Stack>
  );
}
