/** Figures as a table: a name for each line, then numbers. Scrolls within itself where it is long, also by keyboard. */
import { ScrollArea } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './analytics.module.css';

interface Row {
  key: string;
  name: ReactNode;
  figures: readonly string[];
}

interface Props {
  /** What it is a table of, for screen readers. */
  caption: string;
  /** The headings, that of the names first. */
  columns: readonly string[];
  rows: readonly Row[];
}

export function FigureTable({ caption, columns, rows }: Props) {
  return (
    <ScrollArea.Autosize mah={320} viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': caption }}>
      <table className={classes.table}>
        <caption className="docket-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, figures }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {figures.map((figure, column) => (
                <td key={columns[column + 1]}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea.Autosize>
  );
}
