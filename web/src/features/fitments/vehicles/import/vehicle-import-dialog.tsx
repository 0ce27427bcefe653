/** Vehicles from a file: choosing it, and saying what its columns are. The page shows how the import goes. */
import { formatBytes, LIMITS } from '@docket/model/limits';
import { Alert, Loader, Modal, Stack, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { FileDrop } from '../../../../ui/file-drop.tsx';
import { PreviewStep } from './preview-step.tsx';
import { readVehicleFile, type VehicleFilePreview, vehicleSizeProblem } from './read-vehicle-file.ts';

const ENDINGS = ['.csv', '.tsv', '.txt', '.xlsx', 'text/csv'];
const UNREADABLE = 'This file could not be opened. It may have been moved or deleted.';

interface Chosen {
  name: string;
  preview: VehicleFilePreview;
}

function ChooseStep({ onChosen }: { onChosen: (chosen: Chosen) => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [reading, setReading] = useState(false);
  const read = async ([file, ...others]: readonly File[]) => {
    if (file === undefined) return;
    const refused =
      others.length > 0 ? 'Choose one file at a time.' : vehicleSizeProblem(file.name, file.size);
    setProblem(refused);
    if (refused !== null) return;
    setReading(true);
    try {
      const result = await readVehicleFile(file.name, new Uint8Array(await file.arrayBuffer()));
      if (result.ok) onChosen({ name: file.name, preview: result.preview });
      else setProblem(result.reason);
    } catch {
      setProblem(UNREADABLE);
    } finally {
      setReading(false);
    }
  };
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        The first row names the columns; each further row is a model, or one trim or year of a model: make,
        model and its years, as one year, a range, or first and last year in two columns.
      </Text>
      <FileDrop
        label="Vehicles"
        hint={`CSV or XLSX, up to ${formatBytes(LIMITS.partsFileBytes)}`}
        endings={ENDINGS}
        disabled={reading}
        onFiles={(files) => void read(files)}
      />
      {reading && <Loader size="sm" aria-label="Reading the file" />}
      {problem !== null && (
        <Alert color="red" icon={<IconAlertCircle size={18} aria-hidden />} role="alert">
          {problem}
        </Alert>
      )}
    </Stack>
  );
}

export default function VehicleImportDialog({ onClose }: { onClose: () => void }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      // A click beside it would end a file's way.
      closeOnClickOutside={false}
      title={<Text fw={620}>Import vehicles</Text>}
    >
      {chosen === null ? (
        <ChooseStep onChosen={setChosen} />
      ) : (
        <PreviewStep
          fileName={chosen.name}
          preview={chosen.preview}
          onStarted={onClose}
          onBack={() => setChosen(null)}
        />
      )}
    </Modal>
  );
}
