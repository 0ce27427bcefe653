/** What a person does to the categories of a collection, as the write that makes it. */
import { type CategoryEdits, categoryEditsSchema } from '../category-edits.ts';
import { paths } from '../paths.ts';
import type { Write } from './write.ts';

/** Replaces all edits of categories. Throws a ZodError for edits that the rules would refuse. */
export function setCategoryEdits(workspaceId: string, collectionId: string, edits: CategoryEdits): Write[] {
  const fields = { category_edits: categoryEditsSchema.parse(edits) };
  return [{ kind: 'update', path: paths.collection(workspaceId, collectionId), fields }];
}
