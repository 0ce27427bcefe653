/** The keys of the review with what they do. */
import { Group, Kbd, Modal, Text } from '@mantine/core';
import classes from './review.module.css';
import { REVIEW_KEYS } from './review-words.ts';

export function KeysDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={<Text fw={620}>Keys of the review</Text>}>
      <Text size="sm" c="dimmed" mb="md">
        They work while the keyboard is in the table.
      </Text>
      <dl className={classes.keys}>
        {REVIEW_KEYS.map(({ keys, does }) => (
          <div key={does} style={{ display: 'contents' }}>
            <Group gap={4} component="dt" wrap="nowrap">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </Group>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
