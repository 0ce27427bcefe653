/**
 * Pictures that are the value of a cell ("Place in Cell"). The cell names its metadata, which leads over a rich value to
 * a relationship and so to the picture (MS-XLSX 2.3.6, 2.6.194–2.6.211).
 */
import { relationshipsOf } from './package-parts.ts';
import { type XmlNode, attribute, child, children, descendants, parseXml, textOf } from './xml.ts';
import type { ZipArchive } from './zip-archive.ts';

const LOCAL_IMAGE_KEY = '_rvRel:LocalImageIdentifier';

/** The picture's part by the 1-based index of the value's metadata. Empty for workbooks without such pictures. */
export async function placedPictures(archive: ZipArchive, workbook: string): Promise<Map<number, string>> {
  const parts = await relationshipsOf(archive, workbook);
  const partOf = (type: string) => parts.find((part) => part.type === type)?.target ?? null;
  const metadata = await parsePart(archive, partOf('sheetMetadata'), 'metadata');
  const values = await parsePart(archive, partOf('rdRichValue'), 'rvData');
  const structures = await parsePart(archive, partOf('rdRichValueStructure'), 'rvStructures');
  const relations = partOf('richValueRel');
  if (metadata === null || values === null || relations === null) return new Map();
  const images = await relatedImages(archive, relations);
  const imageOfValue = richValueImages(values, structures, images);
  const placed = new Map<number, string>();
  for (const [index, value] of metadataValues(metadata).entries()) {
    const part = value === null ? undefined : imageOfValue.get(value);
    if (part !== undefined) placed.set(index + 1, part);
  }
  return placed;
}

async function parsePart(archive: ZipArchive, part: string | null, root: string): Promise<XmlNode | null> {
  return part === null ? null : parseXml(await archive.read(part), root);
}

/** Parts of pictures in the order of the relations that rich values name by their index. */
async function relatedImages(archive: ZipArchive, part: string): Promise<(string | undefined)[]> {
  const root = parseXml(await archive.read(part), 'richValueRels');
  const targets = new Map((await relationshipsOf(archive, part)).map(({ id, target }) => [id, target]));
  return children(root, 'rel').map((relation) => targets.get(attribute(relation, 'id') ?? ''));
}

function richValueImages(
  values: XmlNode,
  structures: XmlNode | null,
  images: readonly (string | undefined)[],
): Map<number, string> {
  const keys = children(structures, 's').map((structure) =>
    children(structure, 'k').findIndex((key) => attribute(key, 'n') === LOCAL_IMAGE_KEY),
  );
  const found = new Map<number, string>();
  for (const [index, value] of children(values, 'rv').entries()) {
    const position = keys[Number(attribute(value, 's') ?? -1)] ?? -1;
    const image = position < 0 ? undefined : images[Number(textOf(children(value, 'v')[position] ?? null))];
    if (image !== undefined) found.set(index, image);
  }
  return found;
}

/** For each value metadata the index of its rich value. */
function metadataValues(metadata: XmlNode): (number | null)[] {
  const types = children(child(metadata, 'metadataTypes'), 'metadataType').map((type) =>
    attribute(type, 'name'),
  );
  const rich = children(metadata, 'futureMetadata').find(
    (future) => attribute(future, 'name') === 'XLRICHVALUE',
  );
  const indices = children(rich ?? null, 'bk').map((block) => {
    const reference = descendants(block, 'rvb')[0];
    return reference === undefined ? null : Number(attribute(reference, 'i'));
  });
  return children(child(metadata, 'valueMetadata'), 'bk').map((block) => {
    const records = children(block, 'rc');
    const record = records.find((entry) => types[Number(attribute(entry, 't')) - 1] === 'XLRICHVALUE');
    return record === undefined ? null : (indices[Number(attribute(record, 'v'))] ?? null);
  });
}
