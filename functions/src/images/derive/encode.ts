/** How the files are encoded. Metadata is never kept: sharp writes none unless it is told to. */
import { DERIVATIVES, type DerivativeName } from '@docket/model/image-derivatives';
import type { Sharp } from 'sharp';

/** Ends a pipeline in the format and quality of a derivative. */
export function encoded(pipeline: Sharp, name: DerivativeName): Sharp {
  const { format, quality } = DERIVATIVES[name];
  switch (format) {
    case 'webp':
      return pipeline.webp({ quality, effort: 4 });
    case 'avif':
      return pipeline.avif({ quality, effort: 2, chromaSubsampling: '4:2:0' });
    case 'jpeg':
      return pipeline.jpeg({ quality });
  }
}
