/** Sheets of labels for items: made by a function, saved as a PDF, or as several where there are many. */
import { LABELS_FUNCTION, type LabelsRequest, labelsAnswerSchema } from '@docket/model/inventory/labels';
import { notifications } from '@mantine/notifications';
import { useCallback, useState } from 'react';
import { dataErrorMessage } from '../../../data/error-messages.ts';
import { useClient } from '../../../data/hooks.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { saveFile } from '../../collections/items/export/export-items.ts';
import { labelFiles } from './label-files.ts';

interface PrintLabels {
  /** Makes the labels of these items, in this order. */
  print: (itemIds: readonly string[]) => void;
  /** Whether a sheet is being made. */
  printing: boolean;
}

function refuse(message: string): void {
  notifications.show({ color: 'red', title: 'The labels could not be made', message, autoClose: 10_000 });
}

export function usePrintLabels(): PrintLabels {
  const { functions } = useClient().backend;
  const workspace = useWorkspace();
  const [printing, setPrinting] = useState(false);
  const print = useCallback(
    (itemIds: readonly string[]) => {
      if (itemIds.length === 0) return refuse('Choose the items first.');
      const make = async () => {
        setPrinting(true);
        try {
          for (const { ids, fileName } of labelFiles(itemIds)) {
            const request: LabelsRequest = { workspace: workspace.id, item_ids: ids };
            const { pdf } = labelsAnswerSchema.parse(await functions.call(LABELS_FUNCTION, request));
            const bytes = Uint8Array.from(atob(pdf), (character) => character.charCodeAt(0));
            saveFile(new Blob([bytes], { type: 'application/pdf' }), fileName);
          }
        } catch (error) {
          refuse(dataErrorMessage(error));
        } finally {
          setPrinting(false);
        }
      };
      void make();
    },
    [functions, workspace.id],
  );
  return { print, printing };
}
