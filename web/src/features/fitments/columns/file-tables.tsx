/** "How the file was read", to be opened: its tables with their columns, and corrections. Open where it deserves a look. */
import type { PartTable } from '@docket/model/fitment/part-tables';
import { Accordion, Badge, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import classes from '../../collections/items/columns/columns-section.module.css';
import { isSure } from './mapping-draft.ts';
import { ReadTables, type ReadTablesProps } from './read-tables.tsx';

interface Props extends ReadTablesProps {
  /** The run has failed: whoever comes here may have to correct a column. */
  failed: boolean;
}

function Summary({ tables }: { tables: readonly PartTable[] }) {
  const used = tables.filter((table) => table.used).length;
  const unsure = tables.filter((table) => !isSure(table)).length;
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        {used === 0 ? 'No table used' : used === 1 ? '1 table used' : `${used} tables used`}
        {tables.length > used && `, ${tables.length - used} left out`}
      </Text>
      {tables.some(({ corrected }) => corrected) && <Badge color="blue">Corrected by hand</Badge>}
      {unsure > 0 ? <Badge color="yellow">Worth a look</Badge> : <Badge color="green">Sure</Badge>}
    </Group>
  );
}

export function FileTables({ failed, ...read }: Props) {
  const { tables } = read;
  const attention = failed || tables.some((table) => !isSure(table));
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? attention;
  // What was corrected stays while it is closed.
  const [drawn, setDrawn] = useState(open);
  if (open && !drawn) setDrawn(true);
  if (tables.length === 0) return null;
  return (
    <section aria-label="How the file was read">
      <Accordion
        variant="contained"
        radius="lg"
        value={open ? 'tables' : null}
        onChange={(value) => setChosen(value === 'tables')}
        classNames={{ item: classes.item ?? '', content: classes.content ?? '' }}
      >
        <Accordion.Item value="tables">
          <Accordion.Control>
            <Group gap="sm" justify="space-between">
              <Title order={2}>How the file was read</Title>
              <Summary tables={tables} />
            </Group>
          </Accordion.Control>
          <Accordion.Panel>{drawn && <ReadTables {...read} />}</Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </section>
  );
}
