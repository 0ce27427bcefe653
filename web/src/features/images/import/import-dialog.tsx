/** Imports images from addresses: one a line, judged while they are typed. */
import { LIMITS } from '@docket/model/limits';
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useDeferredValue, useMemo, useState } from 'react';
import { dataErrorMessage } from '../../../data/error-messages.ts';
import { BackgroundField } from '../background-field.tsx';
import { counted } from '../image-words.ts';
import { type AddressList, addressList } from '@docket/model/upload/address-list';
import classes from './import-dialog.module.css';
import { type Imported, useImport } from './use-import.ts';

/** What the person is told of the list before anything is fetched. */
function Judgement({ list: { refused, repeated, beyond } }: { list: AddressList }) {
  const notes = [
    ...(repeated === 0
      ? []
      : [`${counted(repeated, 'line repeats', 'lines repeat')} an address and will be left out.`]),
    ...(beyond === 0
      ? []
      : [
          `One import takes ${LIMITS.importedUrls} addresses; the last ${beyond.toLocaleString('en')} will be left out.`,
        ]),
  ];
  return (
    <>
      {notes.map((note) => (
        <Text key={note} size="sm" c="dimmed">
          {note}
        </Text>
      ))}
      {refused.length > 0 && (
        <div>
          <Text size="sm" fw={560} className={classes.wrong}>
            {counted(refused.length, 'line is not an address', 'lines are not addresses')} and will be left
            out:
          </Text>
          <ul className={classes.list} aria-label="Lines that will be left out">
            {refused.map(({ line, text, reason }) => (
              <li key={line}>
                Line {line}: <span className={classes.text}>{text}</span> – {reason}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function tell({ added, known }: Imported): void {
  const what = added === 0 ? 'Nothing new to import' : `Importing ${counted(added, 'image', 'images')}`;
  const rest = known === 0 ? '' : `${counted(known, 'address is', 'addresses are')} here already.`;
  notifications.show({ title: what, message: rest });
}

function Form({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [background, setBackground] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const judged = useDeferredValue(text);
  const list = useMemo(() => addressList(judged), [judged]);
  const start = useImport();
  const count = list.urls.length;
  const submit = async () => {
    setBusy(true);
    try {
      const imported = await start(list.urls, background);
      if (!imported.complete && imported.added === 0) return;
      tell(imported);
      onClose();
    } catch (error) {
      notifications.show({
        color: 'red',
        title: 'The import could not be started',
        message: dataErrorMessage(error),
      });
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="md">
        <Textarea
          label="Addresses"
          description={`Of pictures on the public internet, one a line, up to ${LIMITS.importedUrls}.`}
          placeholder="https://example.com/photos/coat.jpg"
          autosize
          minRows={6}
          maxRows={12}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          disabled={busy}
          spellCheck={false}
          data-autofocus
          classNames={{ input: classes.input }}
        />
        <Judgement list={list} />
        <div>
          <Text size="sm" fw={560} mb={4}>
            Background of transparent pictures
          </Text>
          <BackgroundField value={background} onChange={setBackground} disabled={busy} />
        </div>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} disabled={busy}>
            Close
          </Button>
          <Button type="submit" loading={busy} disabled={count === 0 || judged !== text}>
            {count === 0 ? 'Import' : `Import ${counted(count, 'image', 'images')}`}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export default function ImportDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<Text fw={620}>Import images from addresses</Text>}
      size="lg"
    >
      <Form onClose={onClose} />
    </Modal>
  );
}
