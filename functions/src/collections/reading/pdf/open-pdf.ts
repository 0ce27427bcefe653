/** Opens PDF files with pdf.js: everything local, no script, no network, limits checked before a page is read. */
import { DocketError } from '@docket/model/errors';
import { LIMITS } from '@docket/model/limits';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import {
  type PDFDocumentProxy,
  PasswordException,
  VerbosityLevel,
  getDocument,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { SourceFile } from '../source-file.ts';
import { type SetAside, setPhotosAside } from './set-photos-aside.ts';

/**
 * What becomes of the pictures: `none` are looked at, which is fastest; `apart` hands photos over undecoded; `all` are
 * decoded by pdf.js, as painting a page needs them.
 */
export type PictureMode = 'none' | 'apart' | 'all';

/** An open file. `photos` are JPEG files by object number, with `apart` only. */
export interface OpenPdf {
  document: PDFDocumentProxy;
  photos: SetAside['photos'];
}

/** Runs `use` on the open file and frees it afterwards. Throws coded errors for files that cannot be read. */
export async function withPdf<T>(
  source: SourceFile,
  mode: PictureMode,
  use: (pdf: OpenPdf) => Promise<T>,
): Promise<T> {
  const { bytes, photos } =
    mode === 'apart' ? setPhotosAside(source.bytes) : { bytes: source.bytes.slice(), photos: new Map() };
  const task = getDocument({
    data: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    verbosity: VerbosityLevel.ERRORS,
    // With 0 no picture is small enough to be looked at.
    maxImageSize: mode === 'none' ? 0 : LIMITS.imagePixels,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useSystemFonts: false,
    // The name of a font says whether it is bold.
    fontExtraProperties: true,
    // Outlines of letters are needed for painting only.
    disableFontFace: mode === 'all',
    useWorkerFetch: false,
    ...assetFolders(),
  });
  try {
    const document = await task.promise.catch((error: unknown) => {
      throw openingError(error, source.name);
    });
    checkPages(document.numPages, source.name);
    return await use({ document, photos });
  } finally {
    await task.destroy();
  }
}

function openingError(error: unknown, file: string): DocketError {
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof PasswordException)
    return new DocketError('file_encrypted', { file }, reason, { cause: error });
  return new DocketError('file_corrupt', { file }, `pdf.js: ${reason}`, { cause: error });
}

function checkPages(pages: number, file: string): void {
  if (pages === 0) throw new DocketError('file_without_pages', { file });
  if (pages > LIMITS.documentPages) {
    throw new DocketError('file_too_many_pages', { file, found: pages.toLocaleString('en') });
  }
}

/** Character maps, stand-in fonts and decoders that come with pdf.js. */
function assetFolders() {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string) => join(root, name) + sep;
  return {
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
  };
}
