/**
 * The columns of a table side by side, as in the file: letter, header, values, and what each was taken for. On phones one
 * below the other.
 */
import { NativeSelect, Text, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { columnName } from './column-name.ts';
import classes from './column-strip.module.css';
import { Confidence } from './confidence.tsx';

/** A column as it was read. */
export interface ShownColumn<R extends string> {
  index: number;
  letter: string | null;
  header: string;
  samples: readonly string[];
  /** What it was taken for; `ignored` columns are pale. */
  role: R;
  confidence: number;
  reason: string;
}

interface Props<R extends string, C extends ShownColumn<R>> {
  label: string;
  columns: readonly C[];
  /** What a column can be, in the order of the choice. */
  roles: readonly R[];
  roleLabels: Record<R, string>;
  roleOf: (column: C) => R;
  /** Null where nothing can be corrected. */
  onRole: ((column: C, role: R) => void) | null;
  /** Says more of a column below its role. */
  detail?: ((column: C, role: R) => ReactNode) | undefined;
  /** The table is left out. */
  muted: boolean;
}

function Samples({ samples }: { samples: readonly string[] }) {
  return (
    <ul className={classes.samples} aria-label="First values">
      {samples.slice(0, 3).map((sample, place) => (
        <li key={`${place} ${sample}`} title={sample}>
          {sample === '' ? <span className={classes.empty}>empty</span> : sample}
        </li>
      ))}
    </ul>
  );
}

type ChoiceProps<R extends string, C extends ShownColumn<R>> = { column: C; role: R } & Pick<
  Props<R, C>,
  'roles' | 'roleLabels' | 'onRole' | 'detail'
>;

function RoleChoice<R extends string, C extends ShownColumn<R>>(props: ChoiceProps<R, C>) {
  const { column, role, roles, roleLabels, onRole, detail } = props;
  return (
    <div className={classes.role}>
      {onRole === null ? (
        <Text size="sm" fw={560}>
          {roleLabels[role]}
        </Text>
      ) : (
        <NativeSelect
          size="sm"
          aria-label={`Meaning of ${columnName(column)}`}
          data={roles.map((value) => ({ value, label: roleLabels[value] }))}
          value={role}
          onChange={(event) => {
            const chosen = roles.find((value) => value === event.currentTarget.value);
            if (chosen !== undefined) onRole(column, chosen);
          }}
        />
      )}
      <span className={classes.size}>{detail?.(column, role)}</span>
    </div>
  );
}

export function ColumnStrip<R extends string, C extends ShownColumn<R>>(props: Props<R, C>) {
  const { label, columns, roles, roleLabels, roleOf, onRole, detail, muted } = props;
  return (
    <section className={classes.scroller} aria-label={label}>
      <ol className={classes.columns} aria-label={label} data-muted={muted || undefined}>
        {columns.map((column) => {
          const role = roleOf(column);
          const changed = role !== column.role;
          return (
            <li
              key={column.index}
              className={classes.column}
              data-ignored={role === 'ignored' || undefined}
              data-changed={changed || undefined}
            >
              <span className={classes.letter}>{column.letter ?? column.index + 1}</span>
              <span className={classes.header} title={column.header}>
                {column.header === '' ? <span className={classes.empty}>no header</span> : column.header}
              </span>
              <Samples samples={column.samples} />
              <RoleChoice
                column={column}
                role={role}
                roles={roles}
                roleLabels={roleLabels}
                onRole={onRole}
                detail={detail}
              />
              {changed ? (
                <span className={classes.why}>Was: {roleLabels[column.role]}</span>
              ) : (
                <Tooltip label={column.reason} multiline maw={280}>
                  <button type="button" className={classes.why}>
                    <Confidence value={column.confidence} label />
                    <span className="docket-hidden">. {column.reason}</span>
                  </button>
                </Tooltip>
              )}
              <span className={classes.reason} aria-hidden>
                {changed ? '' : column.reason}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
