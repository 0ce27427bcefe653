/** What columns of a file say of the vehicles of a part, each to be changed; a part entered by hand can have such too. */
import type { GivenVehicle } from '@docket/model/fitment/part-text';
import { LIMITS } from '@docket/model/limits';
import { ActionIcon, Button, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import classes from '../parts.module.css';
import { NO_VEHICLE } from './part-draft.ts';

interface Props {
  given: readonly GivenVehicle[];
  onChange: (given: readonly GivenVehicle[]) => void;
  readOnly: boolean;
}

/** As many as are drawn at once: a part of a file can have thousands. */
const PAGE = 20;

const FIELDS = [
  ['years', 'Years', '2005-2010'],
  ['make', 'Make', 'Ford'],
  ['model', 'Model', 'F-150'],
  ['submodel', 'Submodel', 'XLT'],
  ['engine', 'Engine', '5.4L V8'],
  ['position', 'Position', 'Front'],
] as const satisfies readonly (readonly [keyof GivenVehicle, string, string])[];

interface VehicleProps {
  vehicle: GivenVehicle;
  /** From 1. */
  place: number;
  readOnly: boolean;
  onChange: (change: Partial<GivenVehicle>) => void;
  onRemove: () => void;
}

function Vehicle({ vehicle, place, readOnly, onChange, onRemove }: VehicleProps) {
  return (
    <section className={classes.vehicle} aria-label={`Vehicle ${place}`}>
      <div className={classes.vehicleFields}>
        {FIELDS.map(([field, label, example]) => (
          <TextInput
            key={field}
            size="sm"
            label={label}
            placeholder={readOnly ? '' : example}
            maxLength={LIMITS.partTextCharacters}
            value={vehicle[field]}
            readOnly={readOnly}
            onChange={(event) => onChange({ [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      {!readOnly && (
        <ActionIcon aria-label={`Remove vehicle ${place}`} onClick={onRemove}>
          <IconX size={16} stroke={1.8} aria-hidden />
        </ActionIcon>
      )}
    </section>
  );
}

export function GivenFields({ given, onChange, readOnly }: Props) {
  const [drawn, setDrawn] = useState(PAGE);
  const adder = useRef<HTMLButtonElement>(null);
  const shown = given.slice(0, drawn);
  const left = given.length - shown.length;
  return (
    <fieldset className={classes.vehicles}>
      <legend className={classes.legend}>What columns say of its vehicles</legend>
      {given.length === 0 && (
        <Text size="sm" c="dimmed">
          {readOnly
            ? 'Nothing.'
            : 'Only for makes, models and years that stand apart from the texts. Vehicles named in the texts are found anyway.'}
        </Text>
      )}
      {shown.map((vehicle, index) => (
        <Vehicle
          // They have no names, and none is moved.
          key={index}
          vehicle={vehicle}
          place={index + 1}
          readOnly={readOnly}
          onChange={(change) => onChange(given.with(index, { ...vehicle, ...change }))}
          onRemove={() => {
            adder.current?.focus();
            onChange(given.toSpliced(index, 1));
          }}
        />
      ))}
      {left > 0 && (
        <Button
          variant="subtle"
          color="ink"
          size="compact-sm"
          onClick={() => setDrawn((before) => before + PAGE)}
        >
          Show more ({left.toLocaleString('en')} not shown)
        </Button>
      )}
      {!readOnly && (
        <div>
          <Button
            ref={adder}
            variant="default"
            size="compact-sm"
            disabled={given.length >= LIMITS.partVehicles}
            leftSection={<IconPlus size={14} stroke={2} aria-hidden />}
            onClick={() => {
              setDrawn((before) => Math.max(before, given.length + 1));
              onChange([...given, NO_VEHICLE]);
            }}
          >
            Add vehicle
          </Button>
        </div>
      )}
    </fieldset>
  );
}
