/** What a fitment job about selected parts is called until somebody says otherwise. Pure. */
import { LIMITS } from '@docket/model/limits';
import { when } from '../../../collections/history/history-words.ts';
import { partsLabel } from '../part-rows.ts';

const inTime = (name: string, at: Date) => `${name}, ${when(at)}`.slice(0, LIMITS.nameCharacters);

/** "BP-100, 26 Nov 2026, 09:12" for one part, "12 parts, 26 Nov 2026, 09:12" for several. */
export function selectionName(partNumbers: readonly string[], at: Date): string {
  const [only, ...others] = partNumbers;
  return inTime(only !== undefined && others.length === 0 ? only : partsLabel(partNumbers.length), at);
}
