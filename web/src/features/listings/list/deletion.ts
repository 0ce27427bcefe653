/** What is lost with a listing. Pure. */
import { type Listing, listingState } from '@docket/model/listing/listing';

const photos = (count: number) => (count === 1 ? 'photo' : `${count.toLocaleString('en')} photos`);

/** Photos that something else uses stay whichever they are: only the functions know of what else uses them. */
function photosLoss({ photos: all, own_photos: own }: Pick<Listing, 'photos' | 'own_photos'>): string {
  const chosen = all.length - own.length;
  const it = own.length === 1 ? 'it' : 'them';
  const lost =
    own.length === 0
      ? ''
      : ` So will the ${photos(own.length)} added with it, unless another item uses ${it}.`;
  const kept =
    chosen === 0
      ? ''
      : ` The ${photos(chosen)} chosen from the library ${chosen === 1 ? 'stays' : 'stay'} there.`;
  return `${lost}${kept}`;
}

/** What goes, what stays, and what is broken off, in sentences. */
export function deletionSentences(
  listing: Pick<Listing, 'photos' | 'own_photos' | 'processing_status'>,
): string {
  const running = listingState(listing) === 'PROCESSING' ? ' The analysis under way ends.' : '';
  return `What was filled in and what was suggested will be deleted for everybody in this workspace.${photosLoss(listing)}${running} This cannot be undone.`;
}
