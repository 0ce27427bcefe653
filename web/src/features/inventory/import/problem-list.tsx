/** Rows with a problem: the line of each and the reason, to be looked at or taken away as a file. */
import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { saveFile } from '../../collections/items/export/export-items.ts';
import classes from './import.module.css';
import { counted, type LineProblem, reportCsv } from './import-words.ts';

/** As many as are drawn; the report has all. */
const SHOWN = 100;

export function ProblemList({ problems }: { problems: readonly LineProblem[] }) {
  const save = () =>
    saveFile(new Blob([reportCsv(problems)], { type: 'text/csv;charset=utf-8' }), 'Import report.csv');
  return (
    <Stack gap="xs" component="section" aria-label="Rows with a problem">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={560} className={classes.wrong}>
          {counted(problems.length, 'row with a problem', 'rows with a problem')}
        </Text>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconDownload size={14} stroke={1.8} aria-hidden />}
          onClick={save}
        >
          Download report
        </Button>
      </Group>
      {/* It scrolls, so it takes the focus. */}
      <Box component="ul" className={classes.problems} tabIndex={0} aria-label="Problems">
        {problems.slice(0, SHOWN).map(({ sheet, line, reason }) => (
          <li key={`${sheet ?? ''} ${line} ${reason}`}>
            {sheet === undefined ? 'Line' : `Sheet “${sheet}”, line`} {line.toLocaleString('en')}: {reason}
          </li>
        ))}
        {problems.length > SHOWN && (
          <li>and {counted(problems.length - SHOWN, 'more row', 'more rows')}, in the report</li>
        )}
      </Box>
    </Stack>
  );
}
