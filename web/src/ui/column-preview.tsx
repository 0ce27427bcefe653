/** The first rows of a table, under a choice for each column of what it is. */
import { NativeSelect } from '@mantine/core';
import classes from './column-preview.module.css';

interface Props {
  headers: readonly string[];
  rows: readonly { line: number; cells: readonly string[] }[];
  /** What a column can be; the empty value leaves it out. */
  options: readonly { value: string; label: string }[];
  /** By column; null: it is left out. */
  chosen: readonly (string | null)[];
  disabled: boolean;
  /** `value` is one of the options. */
  onChoose: (column: number, value: string) => void;
}

/** As many rows as show what a column holds. */
const ROWS_SHOWN = 5;

export function ColumnPreview({ headers, rows, options, chosen, disabled, onChoose }: Props) {
  return (
    <section className={classes.scroller} aria-label="First rows of the file">
      <table className={classes.table}>
        <thead>
          <tr>
            {headers.map((header, index) => (
              <th key={index} scope="col">
                <NativeSelect
                  size="xs"
                  data={options}
                  disabled={disabled}
                  value={chosen[index] ?? ''}
                  onChange={({ currentTarget: { value } }) => onChoose(index, value)}
                  aria-label={`What column “${header === '' ? index + 1 : header}” is`}
                />
                <span className={classes.header}>{header === '' ? `Column ${index + 1}` : header}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS_SHOWN).map(({ line, cells }) => (
            <tr key={line}>
              {headers.map((_, index) => (
                <td key={index} data-off={chosen[index] === null || undefined}>
                  {cells[index] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
