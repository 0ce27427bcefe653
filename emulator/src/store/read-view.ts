/** The database as one reader sees it: as it is now, or as it was at a moment of the recent past. */
import type { StoredDocument } from './document.ts';
import type { DocumentTable } from './document-table.ts';
import type { Overlay } from './history.ts';

export interface ReadView {
  readonly table: DocumentTable;
  /** What was different at the moment of this view; empty for the present. */
  readonly overlay: Overlay;
}

/** The document with this name in the view. */
export function readDocument(view: ReadView, name: string): StoredDocument | undefined {
  return view.overlay.has(name) ? view.overlay.get(name) : view.table.get(name);
}
