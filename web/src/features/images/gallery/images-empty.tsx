/** The images before there is one: what becomes of them, in three pictures. */
import { READABLE_IMAGES } from '@docket/model/image-derivatives';
import { formatBytes, LIMITS } from '@docket/model/limits';
import { IconPhotoUp, IconResize, IconWorldUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { StepsPicture } from '../../../ui/steps-picture.tsx';

const STEPS = [
  { Icon: IconPhotoUp, label: 'Drop photos' },
  { Icon: IconResize, label: 'Thumbnails & sizes' },
  { Icon: IconWorldUp, label: 'Ready to use' },
] as const;

export function ImagesEmpty({ action }: { action: ReactNode }) {
  return (
    <EmptyState picture={<StepsPicture steps={STEPS} />} title="A library of your photos" action={action}>
      {action === null ? (
        'Nobody has added an image yet. Editors and owners of the workspace can.'
      ) : (
        <>
          Drop files or whole folders anywhere on this page, paste a picture, or choose them. Each should be{' '}
          {READABLE_IMAGES} of up to {formatBytes(LIMITS.libraryImageBytes)}. Thumbnails and web sizes are
          made in the background: upright, without location data, in true colours.
        </>
      )}
    </EmptyState>
  );
}
