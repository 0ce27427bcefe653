/** The list of collections before there is one: what a collection does, in three pictures. */
import { Text } from '@mantine/core';
import { IconArrowRight, IconFileTypePdf, IconHanger, IconPresentation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import classes from './collections-empty.module.css';

const STEPS = [
  { Icon: IconFileTypePdf, label: 'Linesheet & order' },
  { Icon: IconHanger, label: 'Products & pictures' },
  { Icon: IconPresentation, label: 'Finished deck' },
] as const;

function Picture() {
  return (
    <div className={classes.steps}>
      {STEPS.map(({ Icon, label }, index) => (
        <div key={label} className={classes.step}>
          {index > 0 && <IconArrowRight size={16} stroke={1.5} className={classes.arrow} />}
          <div className={classes.tile}>
            <Icon size={30} stroke={1.3} />
            <Text size="xs" fw={520}>
              {label}
            </Text>
          </div>
        </div>
      ))}
    </div>
  );
}

export function CollectionsEmpty({ action }: { action: ReactNode }) {
  return (
    <EmptyState picture={<Picture />} title="Turn a linesheet into records" action={action}>
      Create a collection, drop in a linesheet and a purchase order, and watch categories, products and
      pictures appear. No files at hand? The folder <code>samples</code> that comes with Docket holds a
      linesheet and a matching order.
    </EmptyState>
  );
}
