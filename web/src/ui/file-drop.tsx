/** Where files are dropped or chosen. */
import { Group, Text, UnstyledButton } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconUpload } from '@tabler/icons-react';
import classes from './file-drop.module.css';

interface Props {
  /** Names the file input: "Linesheets". */
  label: string;
  /** What can be dropped: "PDF, XLSX, XLS or CSV". */
  hint: string;
  /** For the picker only: files are judged by their content afterwards. */
  endings: readonly string[];
  /** A line instead of a field, for a place that already holds files. */
  compact?: boolean;
  disabled?: boolean;
  onFiles: (files: File[]) => void;
}

export function FileDrop({ label, hint, endings, compact = false, disabled = false, onFiles }: Props) {
  return (
    <Dropzone
      onDropAny={(accepted, rejections) => onFiles([...accepted, ...rejections.map(({ file }) => file)])}
      onDrop={() => undefined}
      disabled={disabled}
      className={classes.root}
      data-compact={compact || undefined}
      data-off={disabled || undefined}
      activateOnKeyboard={false}
      inputProps={{ 'aria-label': label, accept: endings.join(','), tabIndex: -1 }}
    >
      {/* A click on the button reaches the zone, which opens the file picker. */}
      <UnstyledButton className={classes.button} disabled={disabled}>
        <Group gap={8} justify="center">
          <IconUpload size={compact ? 15 : 18} stroke={1.7} aria-hidden />
          <Text fw={560} size={compact ? 'sm' : 'md'}>
            {compact ? 'Add another file' : 'Drop files here or choose them'}
            <span className="docket-hidden"> for {label}</span>
          </Text>
        </Group>
        {!compact && (
          <Text size="sm" c="dimmed" ta="center" mt={2}>
            {hint}
          </Text>
        )}
      </UnstyledButton>
    </Dropzone>
  );
}
