/** Above the fields: how far the analysis of the photos is, and what can be done with what it suggests. */
import type { ListingAnalysis } from '@docket/model/listing/listing-analysis';
import type { Suggestion } from '@docket/model/listing/suggestions';
import { Button, Loader, Text } from '@mantine/core';
import { IconAlertCircle, IconSparkles } from '@tabler/icons-react';
import { useRef } from 'react';
import type { AnalysisView } from '../photos/analysis-view.ts';
import { analysisSentence, announcedSentence, insteadSentence } from './analysis-words.ts';
import classes from './edit.module.css';

interface Props {
  analysis: AnalysisView;
  suggestions: readonly Suggestion[];
  /** The service that has not looked at the photos although it should have. */
  insteadOf: ListingAnalysis['instead_of'];
  /** How many of them stand in fields. */
  highlighted: number;
  /** Null: this person may not. */
  onAcceptAll: (() => void) | null;
  /** Tries a failed analysis again; null: this person may not. */
  onRetry: (() => void) | null;
}

function Sign({ kind }: { kind: AnalysisView['kind'] }) {
  switch (kind) {
    case 'running':
    case 'uploading':
      return <Loader size={16} aria-hidden />;
    case 'failed':
      return <IconAlertCircle size={18} stroke={1.8} color="var(--mantine-color-error)" aria-hidden />;
    case 'no_photos':
    case 'not_begun':
    case 'paused':
    case 'outdated':
    case 'done':
      return <IconSparkles size={18} stroke={1.6} color="var(--mantine-color-dimmed)" aria-hidden />;
  }
}

export function AnalysisNote({ analysis, suggestions, insteadOf, highlighted, onAcceptAll, onRetry }: Props) {
  const section = useRef<HTMLElement>(null);
  const sentence = analysisSentence(analysis, highlighted, suggestions.length, onAcceptAll !== null);
  const without = insteadSentence(analysis, insteadOf);
  return (
    <section ref={section} tabIndex={-1} className={classes.suggestions} aria-label="Suggestions">
      <output className="docket-hidden">{announcedSentence(analysis, suggestions)}</output>
      {sentence !== null && (
        <div className={classes.analysis}>
          <div className={classes.sentence}>
            <Sign kind={analysis.kind} />
            <Text size="sm">{sentence}</Text>
          </div>
          {analysis.kind === 'failed' && onRetry !== null && (
            <Button size="compact-sm" variant="default" onClick={onRetry}>
              Retry
            </Button>
          )}
          {highlighted > 0 && onAcceptAll !== null && (
            <Button
              size="compact-sm"
              onClick={() => {
                // The button goes: whoever uses the keyboard goes on from here.
                section.current?.focus({ preventScroll: true });
                onAcceptAll();
              }}
            >
              Accept all ({highlighted})
            </Button>
          )}
        </div>
      )}
      {without !== null && (
        <Text size="sm" c="dimmed">
          {without}
        </Text>
      )}
    </section>
  );
}
