/** The name of a category, changed in its place: Enter or leaving the field saves, Escape does not. */
import { LIMITS } from '@docket/model/limits';
import { ActionIcon, TextInput, Title, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import classes from './category-name.module.css';

interface Props {
  name: string;
  mayEdit: boolean;
  /** Why a name cannot be taken; null when it can. */
  refusal: (name: string) => string | null;
  /** Called with what was typed, if that is another name. */
  onRename: (name: string) => void;
}

export function CategoryName({ name, mayEdit, refusal, onRename }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const pencil = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const editing = typed !== null;
  useEffect(() => {
    if (editing) field.current?.select();
  }, [editing]);
  const error = typed === null ? null : refusal(typed);
  const close = (refocus: boolean) => {
    setTyped(null);
    // The field is gone, and with it the place of whoever moves by keyboard.
    if (refocus) requestAnimationFrame(() => pencil.current?.focus());
  };
  const save = (refocus: boolean) => {
    if (typed === null) return;
    if (error === null && typed.trim() !== name) onRename(typed);
    if (error === null || !refocus) close(refocus);
  };
  if (typed !== null)
    return (
      <TextInput
        size="sm"
        aria-label={`New name for ${name}`}
        description="Leave it empty to take the name in the linesheet again"
        className={classes.field}
        maxLength={LIMITS.nameCharacters}
        value={typed}
        error={error}
        ref={field}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => save(false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save(true);
          if (event.key === 'Escape') close(true);
        }}
      />
    );
  return (
    <div className={classes.line}>
      <Title order={3} className={classes.name}>
        {name}
      </Title>
      {mayEdit && (
        <Tooltip label="Rename">
          <ActionIcon
            ref={pencil}
            size="sm"
            aria-label={`Rename ${name}`}
            onClick={() => setTyped(name)}
            className={classes.pencil}
          >
            <IconPencil size={15} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
