/** The parts of the inventory, each a page of its own: the row that leads from one to the others. */
import { Link } from 'react-router';
import { useWorkspace } from '../../data/workspace.ts';
import { urls } from '../../urls.ts';
import classes from './inventory-tabs.module.css';

/** The parts, in the order in which they are shown. */
export type InventoryPart = 'items' | 'reorders' | 'suppliers' | 'locations';

const PARTS: readonly { part: InventoryPart; label: string; to: (workspace: string) => string }[] = [
  { part: 'items', label: 'Items', to: urls.inventory },
  { part: 'reorders', label: 'Reorders', to: urls.reorders },
  { part: 'suppliers', label: 'Suppliers', to: urls.suppliers },
  { part: 'locations', label: 'Locations', to: urls.locations },
];

/** `current` is the part that the page shows. */
export function InventoryTabs({ current }: { current: InventoryPart }) {
  const workspace = useWorkspace();
  return (
    <nav aria-label="Parts of the inventory" className={classes.list}>
      {PARTS.map(({ part, label, to }) => (
        <Link
          key={part}
          to={to(workspace.id)}
          className={classes.link}
          aria-current={part === current ? 'page' : undefined}
          data-current={part === current || undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
