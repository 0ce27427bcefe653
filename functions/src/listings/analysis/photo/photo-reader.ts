/** The port behind which photos are looked at: embedded, or a service that knows more things. */
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
  read: (photo: PreparedPhoto, signal: AbortSignal) => Promise<PhotoReading>;
  close: () => Promise<void>;
}
