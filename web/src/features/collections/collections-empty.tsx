/** The list of collections before there is one: what a collection does, in three pictures. */
import { IconFileTypePdf, IconHanger, IconPresentation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StepsPicture } from '../../ui/steps-picture.tsx';

const STEPS = [
  { Icon: IconFileTypePdf, label: 'Linesheet & order' },
  { Icon: IconHanger, label: 'Products & pictures' },
  { Icon: IconPresentation, label: 'Finished deck' },
] as const;

export function CollectionsEmpty({ action }: { action: ReactNode }) {
  return (
    <EmptyState
      picture={<StepsPicture steps={STEPS} />}
      title="Turn a linesheet into records"
      action={action}
    >
      Create a collection, drop in a linesheet and a purchase order, and watch categories, products and
      pictures appear. No files at hand? The folder <code>samples</code> that comes with Docket holds a
      linesheet and a matching order.
    </EmptyState>
  );
}
