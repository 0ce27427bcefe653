/** Decides which columns hold quantities in the size that heads them. Pure. */
import type { ColumnFacts } from './column-facts.ts';
import { type Decisions, headerReason } from './decision.ts';

/** Decides the size columns and returns them, left to right. A column of texts or amounts is none whatever its header. */
export function decideSizeColumns(columns: readonly ColumnFacts[], decisions: Decisions): ColumnFacts[] {
  const fitting = columns.filter((column) => column.size !== null && holdsPieces(column));
  const isRun = fitting.length >= 2;
  const found = fitting.filter((column) => isRun || isSureAlone(column));
  for (const column of found) {
    const { size, profile } = column;
    if (size === null) continue;
    const confidence = (isRun ? 0.92 : 0.75) - (profile.filled === 0 ? 0.05 : 0);
    const company = isRun ? `one of ${found.length} columns headed by sizes` : 'it names a size';
    const content = profile.filled === 0 ? 'no pieces in it' : 'its cells are numbers of pieces';
    decisions.setSize(column, size, confidence, headerReason(column), company, content);
  }
  return found;
}

function holdsPieces({ profile, numeric, whole }: ColumnFacts): boolean {
  return profile.filled === 0 || (numeric >= 0.6 && whole >= 0.5 && profile.marked < 0.5);
}

/** "OS" or "M" alone; a word that could also head something else is not enough. */
function isSureAlone({ meaning, profile }: ColumnFacts): boolean {
  return profile.filled > 0 && (meaning === null || meaning.strength < 0.6);
}
