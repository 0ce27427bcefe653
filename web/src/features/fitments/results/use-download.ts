/** The approved fitments as a file. The writers are loaded when they are first needed. */
import type { MergedFitment } from '@docket/model/fitment/merge-fitments';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useUser } from '../../../data/hooks.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { saveFile } from '../../collections/items/export/export-items.ts';

export type ResultFormat = 'ranges' | 'years' | 'aces';

const CSV = 'text/csv;charset=utf-8';

export function useDownload(fitments: readonly MergedFitment[]) {
  const workspace = useWorkspace();
  const user = useUser();
  const [saving, setSaving] = useState(false);

  const make = async (format: ResultFormat): Promise<{ text: string; type: string; name: string }> => {
    switch (format) {
      case 'ranges':
      case 'years': {
        const { fitmentsToCsv } = await import('@docket/model/fitment/fitment-csv');
        const name = format === 'ranges' ? 'Fitments.csv' : 'Fitments by year.csv';
        return { text: fitmentsToCsv(fitments, format), type: CSV, name };
      }
      case 'aces': {
        const { fitmentsToAces } = await import('@docket/model/fitment/aces-xml');
        const header = {
          company: workspace.name,
          sender: user.displayName || user.email || workspace.name,
          title: `Fitments of ${workspace.name}`,
          at: new Date(),
        };
        return { text: fitmentsToAces(fitments, header), type: 'application/xml', name: 'Fitments ACES.xml' };
      }
    }
  };
  const save = async (format: ResultFormat) => {
    setSaving(true);
    try {
      const { text, type, name } = await make(format);
      saveFile(new Blob([text], { type }), name);
    } catch {
      notifications.show({
        color: 'red',
        title: 'The fitments could not be downloaded',
        message: 'Reload the page and try again.',
      });
    } finally {
      setSaving(false);
    }
  };
  return { saving, download: (format: ResultFormat) => void save(format) };
}
