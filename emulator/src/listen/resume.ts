/** What a client that comes back with a resume token has missed. */
import { parseName } from '../paths.ts';
import type { StoredDocument } from '../store/document.ts';
import type { Micros } from '../values/timestamp.ts';
import type { Target, TargetEffect } from './target.ts';

/**
 * The effects since `time`. Changes since then that a window cannot tell (a document that moved up without being
 * written) are covered by sending all members of a window; the existence filter that follows catches the rest.
 *
 * @param deleted the names deleted since `time`
 * @param candidates all documents written since `time` that the target might cover, perhaps among others
 */
export function missedSince(
  time: Micros,
  target: Target,
  deleted: readonly string[],
  candidates: Iterable<StoredDocument>,
): TargetEffect[] {
  const members = target.members();
  const names = new Set(members.map(({ name }) => name));
  const effects: TargetEffect[] = [];
  for (const document of members) {
    if (target.windowed || document.updateTime > time) {
      effects.push({ kind: 'in', document });
    }
  }
  for (const document of candidates) {
    const changed = document.updateTime > time && !names.has(document.name);
    if (changed && target.covers(document.name, document.segments)) {
      effects.push({ kind: 'out', document });
    }
  }
  for (const name of deleted) {
    if (target.covers(name, parseName(name).segments)) {
      effects.push({ kind: 'gone', name });
    }
  }
  return effects;
}
