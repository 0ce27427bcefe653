/** "How the order was read": every table of the purchase orders with its columns, and a person's corrections. */
import { Accordion, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { isSure } from './column-draft.ts';
import classes from './columns-section.module.css';
import { OrderTableCard } from './order-table-card.tsx';
import type { FileTable } from './use-order-tables.ts';
import { useCorrection } from './use-correction.ts';
import { CorrectionBar } from './correction-bar.tsx';
import type { Generation } from '../generate/use-generation.ts';

interface Props {
  tables: readonly FileTable[];
  generation: Generation;
  /** The latest run has failed: whoever comes here may have to correct a column. */
  failed: boolean;
}

function Summary({ tables }: { tables: readonly FileTable[] }) {
  const used = tables.filter(({ table }) => table.used).length;
  const failed = tables.reduce((sum, { table }) => sum + table.checks.filter(({ ok }) => !ok).length, 0);
  const corrected = tables.some(({ table }) => table.corrected);
  const unsure = tables.filter(({ table }) => !isSure(table)).length;
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        {used === 0 ? 'No table used' : used === 1 ? '1 table used' : `${used} tables used`}
        {tables.length > used && `, ${tables.length - used} left out`}
      </Text>
      {corrected && <Badge color="blue">Corrected by hand</Badge>}
      {failed > 0 && (
        <Badge color="red">{failed === 1 ? '1 total differs' : `${failed} totals differ`}</Badge>
      )}
      {unsure > 0 && failed === 0 && <Badge color="yellow">Worth a look</Badge>}
      {unsure === 0 && <Badge color="green">Sure</Badge>}
    </Group>
  );
}

export function ColumnsSection({ tables, generation, failed }: Props) {
  const attention = failed || tables.some(({ table }) => !isSure(table));
  const [chosen, setChosen] = useState<boolean | null>(null);
  const correction = useCorrection(tables, generation);
  const open = chosen ?? attention;
  return (
    <section aria-label="How the order was read">
      <Accordion
        variant="contained"
        radius="lg"
        value={open ? 'columns' : null}
        onChange={(value) => setChosen(value === 'columns')}
        classNames={{ item: classes.item ?? '', content: classes.content ?? '' }}
      >
        <Accordion.Item value="columns">
          <Accordion.Control>
            <Group gap="sm" justify="space-between">
              <Title order={2}>How the order was read</Title>
              <Summary tables={tables} />
            </Group>
          </Accordion.Control>
          <Accordion.Panel>
            {open && (
              <Stack gap="lg">
                <Text size="sm" c="dimmed" maw={760}>
                  What each column was taken for. Choose another meaning where one is wrong. A correction is
                  remembered for every file with the same headers, in this and all later collections.
                </Text>
                {tables.map((found) => (
                  <OrderTableCard
                    key={found.path}
                    found={found}
                    correction={correction}
                    onGenerate={generation.block === null ? generation.start : null}
                    showFile={new Set(tables.map(({ fileName }) => fileName)).size > 1}
                  />
                ))}
                <CorrectionBar
                  changes={correction.changes}
                  note={
                    correction.block ??
                    'Remembered for files with the same headers. Items you have edited keep your changes.'
                  }
                  onDiscard={correction.discard}
                  action={
                    <Button disabled={correction.block !== null} onClick={correction.use}>
                      Use these columns and generate again
                    </Button>
                  }
                />
              </Stack>
            )}
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </section>
  );
}
