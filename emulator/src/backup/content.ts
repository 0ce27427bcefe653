import type { StoredDocument } from '../store/document.ts';

/** The content of one database, as an export has it. */
export interface DatabaseContent {
  /** `projects/P/databases/D` */
  readonly name: string;
  readonly documents: Iterable<StoredDocument>;
}
