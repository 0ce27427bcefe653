/** Names for files that came from an address. */
import type { ImageFormat } from '../images/derive/recognise-image.ts';

/** How files of each format end, the usual way first. */
const EXTENSIONS: Readonly<Record<ImageFormat, readonly [string, ...string[]]>> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png', 'apng'],
  webp: ['webp'],
  avif: ['avif', 'avifs'],
  gif: ['gif'],
  tiff: ['tif', 'tiff'],
};

/** Characters that a name may have, its extension included. */
const MOST_CHARACTERS = 120;

/** Characters of a header or a name that are looked at. */
const MOST_LOOKED_AT = 2_000;

/**
 * Path separators, what file systems or shells take for something else, and control and format characters, among them
 * those that turn the direction of text round and so make `gnp.exe` read as `exe.png`.
 */
const UNSAFE = /[/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/**
 * A name for an image of a format: the one that the answer gives it (`disposition`, the header Content-Disposition), or the
 * end of one of the `urls`, the first that names an image; "image" failing that. It is safe as the name of a file and
 * ends as files of this format do.
 */
export function remoteFileName(
  urls: readonly string[],
  disposition: string | null,
  format: ImageFormat,
): string {
  const given = [nameIn(disposition), ...urls.map(lastSegment)].map(safe).filter((name) => name !== '');
  const name = given.find((each) => isImageExtension(extensionOf(each))) ?? given[0] ?? 'image';
  if (EXTENSIONS[format].includes(extensionOf(name)))
    return shortened(stemOf(name), name.slice(stemOf(name).length));
  const stem = isImageExtension(extensionOf(name)) ? stemOf(name) : name;
  return shortened(stem, `.${EXTENSIONS[format][0]}`);
}

/** The end of the path of `url`, decoded. For messages about what is no image: it has whatever extension it has. */
export function lastSegmentOf(url: string): string {
  return safe(lastSegment(url));
}

function lastSegment(url: string): string {
  return decoded(URL.parse(url)?.pathname.split('/').at(-1) ?? '');
}

/** RFC 6266: `filename*` in its own encoding goes before `filename`, which servers send as UTF-8 all the same. */
function nameIn(header: string | null): string {
  const disposition = header?.slice(0, MOST_LOOKED_AT) ?? '';
  const extended = /;\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/iu.exec(disposition)?.[1];
  if (extended !== undefined) return decoded(extended);
  const plain = /;\s*filename\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;\s]+))/iu.exec(disposition);
  const name = plain?.[1]?.replaceAll(/\\(.)/gu, '$1') ?? plain?.[2] ?? '';
  const utf8 = Buffer.from(name, 'latin1').toString('utf8');
  return utf8.includes('\ufffd') ? name : utf8;
}

/** `text` without percent-encoding; as it is where that is not in order. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function safe(name: string): string {
  const end = name.slice(-MOST_LOOKED_AT).normalize('NFC');
  const cleaned = end.replaceAll(UNSAFE, ' ').replaceAll(/\s+/gu, ' ');
  return cleaned.replace(/^[\s.]+/u, '').replace(/[\s.]+$/u, '');
}

function shortened(stem: string, extension: string): string {
  const most = MOST_CHARACTERS - extension.length;
  return `${stem
    .slice(0, most)
    .replace(/\p{Cs}$/u, '')
    .trimEnd()}${extension}`;
}

function stemOf(name: string): string {
  return name.replace(/\.[a-z0-9]{1,5}$/iu, '');
}

function extensionOf(name: string): string {
  return name.slice(stemOf(name).length + 1).toLowerCase();
}

function isImageExtension(extension: string): boolean {
  return Object.values(EXTENSIONS).some((extensions) => extensions.includes(extension));
}
