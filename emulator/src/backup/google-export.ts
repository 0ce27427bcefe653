/** Exports of production and of Google's emulator: a metadata file, and beside it the documents in files `output-N`. */
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { joinName } from '../paths.ts';
import type { StoredDocument } from '../store/document.ts';
import type { Micros } from '../values/timestamp.ts';
import type { DatabaseContent } from './content.ts';
import { type ExportedEntity, readEntity } from './entity.ts';
import { recordsOf } from './level-db-log.ts';

const dataFolder = 'all_namespaces';
const outputName = /^output-(\d+)$/;

export interface GoogleExportOptions {
  /** The project the documents come to; absent: the one they are from. */
  readonly project: string | undefined;
  /** When the documents are to have been written, for their own times are not exported. */
  readonly time: Micros;
}

/**
 * Opens an export by its metadata file, whose content is not needed. The documents are read while one goes through
 * them; that throws when they are damaged. Throws at once when there are none.
 */
export async function openGoogleExport(
  metadataFile: string,
  options: GoogleExportOptions,
): Promise<DatabaseContent[]> {
  const files = await outputsIn(join(dirname(metadataFile), dataFolder));
  const first = entitiesOf(files, options).next().value;
  return first ? [{ name: first.database, documents: documentsOf(files, first.database, options) }] : [];
}

async function outputsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new Error(`There is no export: ${folder} cannot be read.`, { cause: error });
  });
  return entries
    .flatMap((entry) => {
      const number = entry.isFile() ? outputName.exec(entry.name)?.[1] : undefined;
      return number === undefined
        ? []
        : [{ path: join(entry.parentPath, entry.name), number: Number(number) }];
    })
    .sort((a, b) => a.number - b.number)
    .map(({ path }) => path);
}

function* entitiesOf(
  files: readonly string[],
  { project }: GoogleExportOptions,
): Generator<ExportedEntity, undefined> {
  for (const file of files) {
    for (const record of recordsOf(file)) {
      yield readEntity(record, project);
    }
  }
}

function* documentsOf(
  files: readonly string[],
  database: string,
  options: GoogleExportOptions,
): Generator<StoredDocument> {
  for (const { segments, fields, database: own } of entitiesOf(files, options)) {
    if (own !== database) {
      throw new Error(`The export has documents of ${own} and of ${database}.`);
    }
    const name = joinName(database, segments);
    yield { name, segments, fields, createTime: options.time, updateTime: options.time };
  }
}
