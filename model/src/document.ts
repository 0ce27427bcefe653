/** A document of a collection: an uploaded linesheet or purchase order. */
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { instant } from './time.ts';

export const DOCUMENT_KINDS = ['linesheet', 'purchase_order'] as const;
export const documentKindSchema = z.enum(DOCUMENT_KINDS);
export type DocumentKind = z.infer<typeof documentKindSchema>;

export const DOCUMENT_KIND_LABELS: Record<DocumentKind, string> = {
  linesheet: 'Linesheet',
  purchase_order: 'Purchase order',
};

/**
 * `…/documents/{document}`: written by the client when the upload of its original has finished, deleted by the client
 * to remove it. Never changed: a file is replaced by a new document.
 */
export const documentSchema = z.object({
  kind: documentKindSchema,
  /** As the person named it. Unsafe for paths; `storage_path` is what to use. */
  file_name: z.string().min(1).max(300),
  /** What the browser says it is. The pipeline goes by the bytes. */
  content_type: z.string(),
  size: z.number().int().nonnegative().max(LIMITS.uploadBytes),
  storage_path: z.string(),
  uploaded_by: z.string(),
  uploaded_at: instant,
});
export type CollectionDocument = z.infer<typeof documentSchema>;
