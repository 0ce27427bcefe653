/** Reads a file again: as it was just sent, as it is stored or, where it cannot be had, as it is chosen once more. */
import { Button, FileButton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useClient } from '../../../data/hooks.ts';
import { CHOOSE_AGAIN } from '../../../ui/choose-again.ts';
import { useIsMounted } from '../../../ui/use-is-mounted.ts';
import { PARTS_ENDINGS } from '@docket/model/fitment/judge-parts-file';

interface Props {
  /** The deed as a verb: "Import again with these columns". */
  label: string;
  /** How it was called, and where it is stored. */
  fileName: string;
  storagePath: string;
  /** What was sent; null: not at hand any more. */
  file: File | null;
  busy: boolean;
  onFile: (file: File) => void;
}

export function AgainButton({ label, fileName, storagePath, file, busy, onFile }: Props) {
  const { files } = useClient().backend;
  const isMounted = useIsMounted();
  const [state, setState] = useState<'ready' | 'fetching' | 'lost'>('ready');
  const fetchIt = async () => {
    setState('fetching');
    try {
      const content = await files.read(storagePath);
      if (!isMounted()) return;
      setState('ready');
      onFile(new File([content], fileName));
    } catch {
      if (isMounted()) setState('lost');
    }
  };
  if (state !== 'lost')
    return (
      <Button
        loading={busy || state === 'fetching'}
        onClick={() => (file === null ? void fetchIt() : onFile(file))}
      >
        {label}
      </Button>
    );
  return (
    <Stack gap={4}>
      <Text size="xs" role="alert" style={{ overflowWrap: 'anywhere' }}>
        The stored file could not be fetched. Choose “{fileName}” once more.
      </Text>
      <FileButton
        accept={PARTS_ENDINGS.join(',')}
        inputProps={CHOOSE_AGAIN}
        onChange={(chosen) => chosen !== null && onFile(chosen)}
      >
        {(props) => (
          <Button {...props} loading={busy}>
            {label}
          </Button>
        )}
      </FileButton>
    </Stack>
  );
}
