/** What the checks of the approved fitments have found: how much, and on request what. */
import { checkFitments } from '@docket/model/fitment/fitment-checks';
import type { MergedFitment } from '@docket/model/fitment/merge-fitments';
import { Alert, Box } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo } from 'react';
import classes from './results.module.css';
import { warningWords } from './warning-words.ts';

/** As many as are drawn. */
const SHOWN = 200;

export function WarningsNote({ fitments }: { fitments: readonly MergedFitment[] }) {
  const warnings = useMemo(() => checkFitments(fitments), [fitments]);
  if (warnings.length === 0) return null;
  const more = warnings.length - SHOWN;
  return (
    <Alert
      color="yellow"
      // Nothing that has happened just now: it is found where it stands.
      role="note"
      aria-label="Checks"
      icon={<IconAlertTriangle size={18} stroke={1.7} aria-hidden />}
    >
      <details>
        <summary className={classes.summary}>
          {warnings.length === 1
            ? 'One thing to check before you send these on'
            : `${warnings.length.toLocaleString('en')} things to check before you send these on`}
        </summary>
        {/* It scrolls, so it takes the focus. */}
        <Box component="ul" className={classes.warnings} tabIndex={0} aria-label="Things to check">
          {warnings.slice(0, SHOWN).map((warning, index) => (
            <li key={index}>{warningWords(warning)}</li>
          ))}
          {more > 0 && <li>and {more.toLocaleString('en')} more</li>}
        </Box>
      </details>
    </Alert>
  );
}
