/** Copies a text, and says so where one looks. */
import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';

/** `label` is the deed: "Copy key". */
export function CopyTextButton({ text, label }: { text: string; label: string }) {
  return (
    <CopyButton value={text} timeout={4000}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          onClick={copy}
          leftSection={
            copied ? (
              <IconCheck size={16} stroke={1.8} aria-hidden />
            ) : (
              <IconCopy size={16} stroke={1.8} aria-hidden />
            )
          }
        >
          <span aria-live="polite">{copied ? 'Copied' : label}</span>
        </Button>
      )}
    </CopyButton>
  );
}
