/** Pictures that WPS Office places in cells: a DISPIMG formula names an entry of a part of its own, `cellimages.xml`. */
import { relationshipsOf } from './package-parts.ts';
import { attribute, child, descendants, parseXml } from './xml.ts';
import type { ZipArchive } from './zip-archive.ts';

/** The picture's part by the name that formulas use. Empty for workbooks without such pictures. */
export async function shownPictures(archive: ZipArchive): Promise<Map<string, string>> {
  const part = archive.names.find((name) => /(?:^|\/)cellimages\.xml$/i.test(name));
  if (part === undefined) return new Map();
  const targets = new Map((await relationshipsOf(archive, part)).map(({ id, target }) => [id, target]));
  const root = parseXml(await archive.read(part), 'cellImages');
  const shown = new Map<string, string>();
  for (const picture of descendants(root, 'pic')) {
    const name = attribute(child(picture, 'nvPicPr', 'cNvPr'), 'name');
    const target = targets.get(attribute(child(picture, 'blipFill', 'blip'), 'embed') ?? '');
    if (name !== null && target !== undefined) shown.set(name, target);
  }
  return shown;
}
