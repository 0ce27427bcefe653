/** What the list shows while there is nothing in stock. */
import { IconPackages } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../../ui/empty-state.tsx';

export function ItemsEmpty({ action }: { action: ReactNode }) {
  return (
    <EmptyState
      picture={<IconPackages size={44} stroke={1.2} />}
      title="Nothing in stock yet"
      action={action}
    >
      Add what you keep: parts, tools, consumables. Say from which quantity on it is running low, and it shows
      up under Reorders when it is. What you have in a spreadsheet can be imported as CSV.
    </EmptyState>
  );
}
