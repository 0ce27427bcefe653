/** The images before there is one: what becomes of them, in three pictures. */
import { READABLE_IMAGES } from '@docket/model/image-derivatives';
import { formatBytes, LIMITS } from '@docket/model/limits';
import { Text } from '@mantine/core';
import { IconArrowRight, IconPhotoUp, IconResize, IconWorldUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../../ui/empty-state.tsx';
import classes from './images-empty.module.css';

const STEPS = [
  { Icon: IconPhotoUp, label: 'Drop photos' },
  { Icon: IconResize, label: 'Thumbnails & sizes' },
  { Icon: IconWorldUp, label: 'Ready to use' },
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

export function ImagesEmpty({ action }: { action: ReactNode }) {
  return (
    <EmptyState picture={<Picture />} title="A library of your photos" action={action}>
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
