/** What a run's subject is called. */
import type { Job } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import { useDocument } from '../../../data/hooks.ts';
import { collectionReader } from '../../../data/records.ts';
import { useWorkspace } from '../../../data/workspace.ts';

/** The collection's name; a word for it while it is not known, or when it is gone. */
export function useSubjectName(subject: Job['subject']): string {
  const workspace = useWorkspace();
  const collection = useDocument(paths.collection(workspace.id, subject.id), collectionReader);
  return collection.state === 'ready' ? (collection.value?.data.name ?? 'Deleted collection') : '…';
}
