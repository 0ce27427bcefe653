/** What people say about the columns of orders, as the writes that keep it. */
import type { ColumnMapping } from '../order.ts';
import { paths } from '../paths.ts';
import type { Actor, Write } from './write.ts';

/** A correction without its author. */
export type MappingContent = Pick<ColumnMapping, 'headers' | 'roles' | 'used'>;

/** Remembers `mapping` for every table whose headers have this fingerprint, in place of what was said before. */
export function rememberMapping(actor: Actor, fingerprint: string, mapping: MappingContent): Write[] {
  return [
    {
      kind: 'set',
      path: paths.columnMapping(actor.workspaceId, fingerprint),
      fields: { ...mapping, by: actor.uid, at: actor.serverTime },
    },
  ];
}

/** From the next run on, such tables are read as if nobody had ever said anything. */
export function forgetMapping(workspaceId: string, fingerprint: string): Write[] {
  return [{ kind: 'delete', path: paths.columnMapping(workspaceId, fingerprint) }];
}
