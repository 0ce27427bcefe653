/** The image uploads of this browser tab. They begin with the first page that needs them, and outlive it. */
import type { Client } from '../../client.ts';
import { useClient } from '../../hooks.ts';
import { later } from '../../later.ts';
import { isUnderWay } from '../upload-state.ts';
import { createPreviewWorker } from './draw-preview.ts';
import { createImageFetches, type ImageFetches } from './image-fetches.ts';
import { createImageUploads, type ImageUploads } from './image-uploads.ts';
import { createPreviews, type Previews } from './previews.ts';

export interface ImageWork {
  uploads: ImageUploads;
  fetches: ImageFetches;
  previews: Previews;
}

const known = new WeakMap<Client, ImageWork>();

const askBeforeLeaving = (event: BeforeUnloadEvent) => event.preventDefault();

function create(client: Client): ImageWork {
  const uploads = createImageUploads(client.backend);
  const previews = createPreviews(createPreviewWorker());
  const fetches = createImageFetches(client.backend, {
    schedule: later,
    begins: (imageId) => uploads.showElsewhere(imageId),
  });
  const uidOf = () => {
    const session = client.session.getState();
    return session.state === 'signed-in' ? session.user.uid : null;
  };
  let uid = uidOf();
  client.session.subscribe(() => {
    if (uid === uidOf()) return;
    uid = uidOf();
    uploads.clear();
    fetches.clear();
    previews.clear();
  });
  uploads.uploads.subscribe((list) => {
    if (list.some(({ state }) => isUnderWay(state)))
      window.addEventListener('beforeunload', askBeforeLeaving);
    else window.removeEventListener('beforeunload', askBeforeLeaving);
  });
  const flushWhenHidden = () => {
    if (document.visibilityState === 'hidden') fetches.flush();
  };
  fetches.waiting.subscribe(({ size }) => {
    if (size > 0) document.addEventListener('visibilitychange', flushWhenHidden);
    else document.removeEventListener('visibilitychange', flushWhenHidden);
  });
  return { uploads, fetches, previews };
}

/** The same for everybody who asks. */
export function imageWorkOf(client: Client): ImageWork {
  const found = known.get(client);
  if (found !== undefined) return found;
  const work = create(client);
  known.set(client, work);
  return work;
}

export function useImageWork(): ImageWork {
  return imageWorkOf(useClient());
}
