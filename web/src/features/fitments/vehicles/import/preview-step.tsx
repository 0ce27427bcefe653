/** The second step of an import of vehicles: what each column is, and what becomes of the table that is there. */
import {
  missingVehicleColumns,
  recogniseVehicleColumns,
  VEHICLE_FIELD_NAMES,
} from '@docket/model/fitment/vehicle-columns';
import {
  VEHICLE_FIELDS,
  type VehicleField,
  vehicleColumnsSchema,
  type VehicleImportMode,
} from '@docket/model/fitment/vehicle-import';
import { Alert, Button, Group, Progress, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ColumnPreview } from '../../../../ui/column-preview.tsx';
import type { VehicleFilePreview } from './read-vehicle-file.ts';
import { useStartVehicleImport } from './use-start-vehicle-import.ts';

const OPTIONS = [
  { value: '', label: 'Left out' },
  ...VEHICLE_FIELDS.map((field) => ({ value: field, label: VEHICLE_FIELD_NAMES[field] })),
];

type Columns = readonly (VehicleField | null)[];

/** `columns` with another field for one of them, which no other has then. */
function withField(columns: Columns, index: number, value: string): Columns {
  const field = VEHICLE_FIELDS.find((one) => one === value) ?? null;
  return columns.map((before, column) => (column === index ? field : before === field ? null : before));
}

const MODES: readonly { value: VehicleImportMode; label: string; description: string }[] = [
  {
    value: 'extend',
    label: 'Add to the table in use',
    description: 'What is there stays; models get the years and trims that the file adds.',
  },
  {
    value: 'replace',
    label: 'Replace the table in use',
    description: 'The file is all there is: vehicles that it does not name are not matched any more.',
  },
];

interface Props {
  fileName: string;
  preview: VehicleFilePreview;
  onStarted: () => void;
  onBack: () => void;
}

export function PreviewStep({ fileName, preview: { headers, rows, content }, onStarted, onBack }: Props) {
  const [columns, setColumns] = useState<Columns>(() => recogniseVehicleColumns(headers));
  const [mode, setMode] = useState<VehicleImportMode>('extend');
  const { sending, start } = useStartVehicleImport(onStarted);
  const busy = sending.state === 'sending';
  const missing = missingVehicleColumns(columns);
  const complete = vehicleColumnsSchema.safeParse(columns);
  return (
    <Stack gap="md">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {fileName}: say what each column is; those that were recognised are set.
      </Text>
      <ColumnPreview
        headers={headers}
        rows={rows}
        options={OPTIONS}
        chosen={columns}
        disabled={busy}
        onChoose={(index, value) => setColumns(withField(columns, index, value))}
      />
      <output aria-label="Columns">
        {missing.length > 0 && (
          <Text size="sm" fw={560}>
            Choose the column that holds {missing.join(', and the one that holds ')}.
          </Text>
        )}
      </output>
      <Radio.Group
        label="What becomes of the table in use"
        value={mode}
        onChange={(value) => setMode(value === 'replace' ? 'replace' : 'extend')}
      >
        <Stack gap="xs" mt={6}>
          {MODES.map(({ value, label, description }) => (
            <Radio key={value} value={value} label={label} description={description} disabled={busy} />
          ))}
        </Stack>
      </Radio.Group>
      {sending.state === 'refused' && (
        <Alert color="red" role="alert" title="The import could not be started">
          {sending.reason}
        </Alert>
      )}
      {busy && <Progress value={sending.percent} aria-label="Sending the file" />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onBack} disabled={busy}>
          Choose another file
        </Button>
        <Button
          loading={busy}
          disabled={!complete.success}
          onClick={() => complete.success && start({ fileName, content, columns: complete.data, mode })}
        >
          Import
        </Button>
      </Group>
    </Stack>
  );
}
