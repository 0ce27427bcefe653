/** The port behind which photos are looked at: embedded, or a service that knows more things. */
import type { Service } from '@docket/model/breaker';
import type { RawPicture } from '../../../collections/reading/pictures/raw-picture.ts';
import type { PhotoReading } from './photo-facts.ts';

/** A photo that is upright, in sRGB, and of a size that can be worked with. */
export interface PreparedPhoto {
  /** See PhotoFile. */
  id: string;
  file: string;
  /** Pixels of the original, upright. */
  width: number;
  height: number;
  caption: string;
  picture: RawPicture;
}

/** Looks at photos one after another. */
export interface PhotoReader {
  /** What it saw is kept under this name: another one for whatever would see something else. */
  readonly id: string;
  /** The service that `read` calls, for whoever keeps count of what fails; null when it calls nobody. */
  readonly service: Service | null;
  /**
   * Rejects with the signal's reason when aborted. Throws DocketErrors: those of kind `dependency` speak of the service, not
   * of the photo.
   */
  read: (photo: PreparedPhoto, signal: AbortSignal) => Promise<PhotoReading>;
  close: () => Promise<void>;
}
