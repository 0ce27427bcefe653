/** Changes to listings, as the writes that make them. */
import { paths } from '@docket/model/paths';
import type { Write } from '../ports.ts';

/** The functions remove what belonged to a listing that is gone. */
export function deleteListing(workspaceId: string, id: string): Write[] {
  return [{ kind: 'delete', path: paths.listing(workspaceId, id) }];
}
