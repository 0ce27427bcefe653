/**
 * The columns of a table side by side, as in the file: letter, header, values, and what each was taken for. On phones one
 * below the other.
 */
import {
  ORDER_ROLE_LABELS,
  ORDER_ROLES,
  type OrderColumn,
  type OrderRole,
  orderRoleSchema,
} from '@docket/model/order';
import { NativeSelect, Text, Tooltip } from '@mantine/core';
import { Confidence } from '../../../../ui/confidence.tsx';
import { columnName } from './column-draft.ts';
import classes from './column-strip.module.css';

const ROLE_OPTIONS = ORDER_ROLES.map((role) => ({ value: role, label: ORDER_ROLE_LABELS[role] }));

interface Props {
  label: string;
  columns: readonly OrderColumn[];
  roleOf: (column: OrderColumn) => OrderRole;
  /** Null where nothing can be corrected. */
  onRole: ((column: OrderColumn, role: OrderRole) => void) | null;
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

function RoleChoice({
  column,
  role,
  onRole,
}: { column: OrderColumn; role: OrderRole } & Pick<Props, 'onRole'>) {
  const size = column.size ?? column.header;
  return (
    <div className={classes.role}>
      {onRole === null ? (
        <Text size="sm" fw={560}>
          {ORDER_ROLE_LABELS[role]}
        </Text>
      ) : (
        <NativeSelect
          size="sm"
          aria-label={`Meaning of ${columnName(column)}`}
          data={ROLE_OPTIONS}
          value={role}
          onChange={(event) => {
            const chosen = orderRoleSchema.safeParse(event.currentTarget.value);
            if (chosen.success) onRole(column, chosen.data);
          }}
        />
      )}
      <span className={classes.size}>
        {role === 'size_quantity' && size !== '' ? (
          <>
            Size <strong>{size}</strong>
          </>
        ) : null}
      </span>
    </div>
  );
}

export function ColumnStrip({ label, columns, roleOf, onRole, muted }: Props) {
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
              <RoleChoice column={column} role={role} onRole={onRole} />
              {changed ? (
                <span className={classes.why}>Was: {ORDER_ROLE_LABELS[column.role]}</span>
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
