/** Generate Deck: open as soon as there are items. */
import { EmptyState } from '../../ui/empty-state.tsx';

export function DeckTab({ itemCount }: { itemCount: number }) {
  return (
    <EmptyState title="No deck has been made of this collection">
      {itemCount === 1 ? 'It has one item' : `It has ${itemCount} items`} to show. The decks that are
      generated from them are listed here, to be downloaded as PowerPoint or PDF.
    </EmptyState>
  );
}
