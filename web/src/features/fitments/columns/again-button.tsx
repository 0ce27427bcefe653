/** Reads a file again: the one that was just sent or, where it is not at hand any more, as it is chosen once more. */
import { Button, FileButton, Stack, Text } from '@mantine/core';
import { CHOOSE_AGAIN } from '../../../ui/choose-again.ts';
import { PARTS_ENDINGS } from '../parts/upload/judge-parts-file.ts';

interface Props {
  /** The deed as a verb: "Import again with these columns". */
  label: string;
  /** How it was called. */
  fileName: string;
  /** Null: not at hand. */
  file: File | null;
  busy: boolean;
  onFile: (file: File) => void;
}

export function AgainButton({ label, fileName, file, busy, onFile }: Props) {
  if (file !== null)
    return (
      <Button loading={busy} onClick={() => onFile(file)}>
        {label}
      </Button>
    );
  return (
    <Stack gap={4}>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        Choose “{fileName}” once more.
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
