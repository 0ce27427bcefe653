/** The words and figures of images. Pure. */
import type { Image } from '@docket/model/image';
import { formatBytes } from '@docket/model/limits';

/** "1 image", "1,200 images". */
export function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`;
}

/** "4032 × 3024" */
export function dimensions({ width, height }: { width: number; height: number }): string {
  return `${width} × ${height}`;
}

const FORMATS: Readonly<Record<string, string>> = {
  jpeg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  avif: 'AVIF',
  gif: 'GIF',
  tiff: 'TIFF',
};

/** The format of an image by its content, else by its type; null while neither is known. */
export function formatOf({ original, content_type: type }: Image): string | null {
  const name = original?.format ?? type.replace(/^image\//u, '');
  return name === '' ? null : (FORMATS[name] ?? name.toUpperCase());
}

/** One line below the name: "4032 × 3024 · 3.2 MB". */
export function factsLine({ original, size }: Pick<Image, 'original' | 'size'>): string {
  return [
    ...(original === null ? [] : [dimensions(original)]),
    ...(size === 0 ? [] : [formatBytes(size)]),
  ].join(' · ');
}

/** What a derivative is for, by the beginning of its name. */
export function derivativeLabel(name: string): string {
  const [kind = '', edge = '', format] = name.split('_');
  if (kind === 'thumb') return `Thumbnail ${edge}`;
  return `${kind === 'square' ? 'Square' : 'Web'} ${edge} ${FORMATS[format ?? ''] ?? ''}`.trim();
}

/** The file name that a derivative is saved under: "coat-web_1280_webp.webp". */
export function downloadName(fileName: string, derivative: string, contentType: string): string {
  const ending = contentType === 'image/jpeg' ? 'jpg' : contentType.replace(/^image\//u, '');
  return `${fileName.replace(/\.[^.]*$/u, '')}-${derivative}.${ending}`;
}
