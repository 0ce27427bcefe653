/** The fields of a part: for a new one and for one that is there. */
import { LIMITS } from '@docket/model/limits';
import { Stack, Textarea, TextInput } from '@mantine/core';
import { GivenFields } from './given-fields.tsx';
import type { PartDraft, Problems } from './part-draft.ts';

interface Props {
  draft: PartDraft;
  onChange: (change: Partial<PartDraft>) => void;
  problems: Problems;
  /** The number of a part that is there does not change. */
  isNew: boolean;
  readOnly?: boolean;
}

export function PartForm({ draft, onChange, problems, isNew, readOnly = false }: Props) {
  return (
    <Stack gap="md">
      {isNew && (
        <TextInput
          label="Part number"
          required
          withAsterisk={false}
          spellCheck={false}
          maxLength={LIMITS.partNumberCharacters}
          value={draft.partNumber}
          error={problems.partNumber}
          onChange={(event) => onChange({ partNumber: event.currentTarget.value })}
          data-autofocus
        />
      )}
      <TextInput
        label="Description"
        description={isNew ? 'Such as “Front brake pads, ceramic, Ford F-150 2005-2010”.' : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={LIMITS.partTextCharacters}
        value={draft.description}
        error={problems.description}
        readOnly={readOnly}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      <Textarea
        label="Further text"
        description={
          readOnly
            ? undefined
            : 'Such as notes, exclusions, fitment remarks. An empty line begins another text.'
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={3}
        maxRows={14}
        value={draft.further}
        error={problems.further}
        readOnly={readOnly}
        onChange={(event) => onChange({ further: event.currentTarget.value })}
      />
      <GivenFields given={draft.given} onChange={(given) => onChange({ given })} readOnly={readOnly} />
    </Stack>
  );
}
