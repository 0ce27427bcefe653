/** What can be done with the analysis of a listing's photos, and the language that it makes suggestions in. */
import { SUGGESTION_LANGUAGES, suggestionLanguageSchema } from '@docket/model/listing/suggestions';
import { Button, Group, NativeSelect } from '@mantine/core';
import { IconPlayerPlay, IconSparkles } from '@tabler/icons-react';
import type { StoredListing } from '../../../data/listing-records.ts';
import type { AnalysisView } from './analysis-view.ts';
import { LANGUAGE_NAMES } from './languages.ts';
import { type AnalysisActions, useAnalysisActions } from './use-listing-analysis.ts';

/** What can be done at the moment. */
export function AnalysisAction({
  view,
  actions: { start, resume },
}: {
  view: AnalysisView;
  actions: Pick<AnalysisActions, 'start' | 'resume'>;
}) {
  switch (view.kind) {
    case 'not_begun':
    case 'outdated':
      return (
        <Button
          variant="default"
          leftSection={<IconSparkles size={16} stroke={1.8} aria-hidden />}
          onClick={start}
        >
          {view.kind === 'outdated' ? 'Analyse again' : 'Analyse photos'}
        </Button>
      );
    case 'paused':
      return (
        <Button
          variant="default"
          leftSection={<IconPlayerPlay size={16} stroke={1.8} aria-hidden />}
          onClick={resume}
        >
          Resume
        </Button>
      );
    case 'no_photos':
    case 'uploading':
    case 'running':
    case 'failed':
    case 'done':
      return null;
  }
}

export function AnalysisBar({ listing, view }: { listing: StoredListing; view: AnalysisView }) {
  const actions = useAnalysisActions(listing);
  return (
    <Group gap="sm" align="flex-end">
      <NativeSelect
        label="Language of suggestions"
        value={listing.data.language}
        data={SUGGESTION_LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        onChange={(event) => actions.setLanguage(suggestionLanguageSchema.parse(event.currentTarget.value))}
      />
      <AnalysisAction view={view} actions={actions} />
    </Group>
  );
}
