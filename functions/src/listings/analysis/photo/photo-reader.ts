/** The port behind which photos are looked at: embedded, or a service that knows more things. */
import type { Service } from '@docket/model/breaker';
import type { PhotoReaderName, PhotoService } from '@docket/model/listing/listing-analysis';
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

/** The service that a reader calls. */
export interface ReaderService {
  /** For whoever keeps count of what fails. */
  service: Service;
  name: PhotoService;
  /** Opens the reader that looks at photos while the service does not answer. */
  openInstead: () => Promise<PhotoReader>;
}

/** Looks at photos one after another. */
export interface PhotoReader {
  /** What it saw is kept under this name: another one for whatever would see something else. */
  readonly id: PhotoReaderName;
  /** What `read` depends on; null when it calls nobody. */
  readonly service: ReaderService | null;
  /**
   * Rejects with the signal's reason when aborted. Throws DocketErrors: those of kind `dependency` speak of the service, not
   * of the photo.
   */
  read: (photo: PreparedPhoto, signal: AbortSignal) => Promise<PhotoReading>;
  close: () => Promise<void>;
}
