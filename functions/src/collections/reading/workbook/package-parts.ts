/** How the parts of a workbook package refer to one another (ECMA-376 part 2, 6.5). */
import { posix } from 'node:path';
import { type XmlNode, attribute, child, children, parseXml } from './xml.ts';
import type { ZipArchive } from './zip-archive.ts';

export interface Relationship {
  id: string;
  /** The last word of the relationship's type, e.g. `image`. */
  type: string;
  /** The name of the part it leads to. */
  target: string;
}

/** What a part refers to inside the package. The package itself is the part with the empty name. */
export async function relationshipsOf(archive: ZipArchive, part: string): Promise<Relationship[]> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const root = parseXml(await archive.read(name), 'Relationships');
  return children(root, 'Relationship')
    .filter((node) => attribute(node, 'TargetMode') !== 'External')
    .map((node) => ({
      id: attribute(node, 'Id') ?? '',
      type: (attribute(node, 'Type') ?? '').split('/').at(-1) ?? '',
      target: resolveTarget(folder, attribute(node, 'Target') ?? ''),
    }));
}

function resolveTarget(folder: string, target: string): string {
  const decoded = target.replaceAll('\\', '/');
  return decoded.startsWith('/') ? posix.normalize(decoded.slice(1)) : posix.join(folder, decoded);
}

/** The part of a type that `part` refers to; null when there is none. */
export async function relatedPart(archive: ZipArchive, part: string, type: string): Promise<string | null> {
  const relationships = await relationshipsOf(archive, part);
  return relationships.find((relationship) => relationship.type === type)?.target ?? null;
}

/** Where the workbook itself is. */
export async function workbookPart(archive: ZipArchive): Promise<string> {
  return (await relatedPart(archive, '', 'officeDocument')) ?? 'xl/workbook.xml';
}

export interface SheetPart {
  name: string;
  part: string;
}

/** The worksheets that people see, in order. Chart sheets and hidden sheets are left out. */
export async function visibleSheets(archive: ZipArchive, workbook: string): Promise<SheetPart[]> {
  const root = parseXml(await archive.read(workbook), 'workbook');
  const targets = new Map(
    (await relationshipsOf(archive, workbook))
      .filter((relationship) => relationship.type === 'worksheet')
      .map((relationship) => [relationship.id, relationship.target]),
  );
  return children(child(root, 'sheets'), 'sheet')
    .filter((sheet) => isVisible(sheet))
    .flatMap((sheet) => {
      const part = targets.get(attribute(sheet, 'id') ?? '');
      return part === undefined ? [] : [{ name: attribute(sheet, 'name') ?? '', part }];
    });
}

function isVisible(sheet: XmlNode): boolean {
  return (attribute(sheet, 'state') ?? 'visible') === 'visible';
}
