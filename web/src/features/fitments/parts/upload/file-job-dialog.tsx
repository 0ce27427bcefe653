/** Vehicles for the parts of a file, without these becoming parts of the workspace: choosing it, naming the job, opening it. */
import { formatBytes, LIMITS } from '@docket/model/limits';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useWorkspace } from '../../../../data/workspace.ts';
import { urls } from '../../../../urls.ts';
import { uploadName } from '@docket/model/fitment/job-name';
import { ChooseStep } from './choose-step.tsx';
import { examinePartsFile } from '@docket/model/fitment/judge-parts-file';
import { SendingNote } from './sending-note.tsx';
import { useSendParts } from './use-send-parts.ts';

const INTRO =
  'Vehicles are looked for in the texts of every part of the file. The parts stay in the job: your list of parts does not grow.';

interface Chosen {
  file: File;
  name: string;
}

function Steps() {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const naming = chosen !== null;
  // What had the focus goes away with the choice.
  useEffect(() => {
    if (naming) input.current?.focus();
  }, [naming]);
  const { sending, send } = useSendParts((id) => void navigate(urls.fitmentJob(workspace.id, id)));
  const choose = async ([file, ...others]: readonly File[]) => {
    if (file === undefined) return;
    if (others.length > 0) {
      setProblem('Choose one file at a time.');
      return;
    }
    const verdict = await examinePartsFile(file);
    setProblem(verdict.ok ? null : verdict.reason);
    if (verdict.ok) setChosen({ file, name: uploadName(file.name) });
  };
  if (chosen === null)
    return (
      <ChooseStep intro={INTRO} sending={sending} problem={problem} onFiles={(files) => void choose(files)} />
    );
  const { file, name } = chosen;
  const busy = sending.state === 'sending';
  const nameless = name.trim() === '';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!nameless && !busy) send({ file, mapping: [], purpose: { kind: 'job', name } });
      }}
    >
      <Stack gap="md">
        <Group gap="xs" wrap="nowrap">
          <IconFileSpreadsheet size={20} stroke={1.6} style={{ flex: 'none' }} aria-hidden />
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {file.name}, {formatBytes(file.size)}
          </Text>
        </Group>
        <TextInput
          ref={input}
          label="Name of the job"
          maxLength={LIMITS.nameCharacters}
          value={name}
          disabled={busy}
          error={nameless ? 'Give the job a name.' : null}
          onChange={(event) => setChosen({ file, name: event.currentTarget.value })}
        />
        <SendingNote sending={sending} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" disabled={busy} onClick={() => setChosen(null)}>
            Choose another file
          </Button>
          <Button type="submit" loading={busy} disabled={nameless}>
            Find fitments
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export default function FileJobDialog({ onClose }: { onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      // A click beside it would end a file's way.
      closeOnClickOutside={false}
      title={<Text fw={620}>Find fitments for a file</Text>}
    >
      <Steps />
    </Modal>
  );
}
