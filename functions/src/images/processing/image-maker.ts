/** What makes files from an image: `images/derive`, or what a test puts in its place. */
import type { OriginalFacts } from '@docket/model/image';
import type { DerivedFile, DeriveOptions } from '../derive/derive-image.ts';

export interface ImageMaker<Opened extends { facts: OriginalFacts }> {
  openImage(bytes: Uint8Array, fileName: string, signal: AbortSignal): Promise<Opened>;
  deriveThumbnails(image: Opened, options: DeriveOptions): Promise<DerivedFile[]>;
  deriveVariants(image: Opened, options: DeriveOptions): Promise<DerivedFile[]>;
  /** Bytes of memory. */
  costOf(image: Opened): number;
}
