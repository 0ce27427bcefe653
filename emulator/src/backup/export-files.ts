/**
 * Exports: a directory with a small metadata file, which the emulator hub names, and the documents beside it, one file
 * for each database with one JSON document per line. Both ways documents pass through in pieces, so that an export may
 * be larger than the memory left. Google's format is read as well, see google-export.ts.
 */
import { type FileHandle, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { parseDatabaseName, parseDocumentName } from '../paths.ts';
import { type StoredDocument, toWireDocument } from '../store/document.ts';
import { parseMicros } from '../values/timestamp.ts';
import { decodeFields } from '../values/wire.ts';
import type { DatabaseContent } from './content.ts';
import { type GoogleExportOptions, openGoogleExport } from './google-export.ts';
import { linesOf } from './lines.ts';

const format = 'docket-firestore-export';

/** Text is collected up to so many characters before it is written. */
const pieceLength = 262_144;

const versionTwo = z.object({
  format: z.literal(format),
  version: z.literal(2),
  databases: z.array(
    z.object({
      /** `projects/P/databases/D` */
      name: z.string(),
      /** Where its documents are, beside the metadata. */
      file: z.string(),
      /** How many they are: a file cut short is known by it. */
      documents: z.int().min(0),
    }),
  ),
});
/** Had one database, and no count. */
const versionOne = z.object({ format: z.literal(format), version: z.literal(1), database: z.string() });
const metadataSchema = z.discriminatedUnion('version', [versionOne, versionTwo]);
const lineSchema = z.object({
  name: z.string(),
  fields: z.unknown().optional(),
  createTime: z.string(),
  updateTime: z.string(),
});

/**
 * Writes databases to `<directory>/<name>/`, on the disk itself. The metadata come last: without them the rest is no
 * export. Throws when the directory cannot be written.
 */
export async function writeExport(
  directory: string,
  name: string,
  databases: readonly DatabaseContent[],
): Promise<void> {
  const target = join(directory, name);
  const metadataFile = join(target, `${name}.overall_export_metadata`);
  await mkdir(target, { recursive: true });
  await rm(metadataFile, { force: true });
  const written: z.output<typeof versionTwo>['databases'] = [];
  for (const [index, database] of databases.entries()) {
    const file = `documents-${index}.jsonl`;
    let documents = 0;
    await writeFile(join(target, file), async (handle) => {
      documents = await writeDocuments(handle, database.documents);
    });
    written.push({ name: database.name, file, documents });
  }
  const metadata: z.output<typeof versionTwo> = { format, version: 2, databases: written };
  await writeFile(metadataFile, async (handle) => {
    await handle.writeFile(JSON.stringify(metadata));
  });
}

async function writeFile(path: string, write: (handle: FileHandle) => Promise<void>): Promise<void> {
  const handle = await open(path, 'w');
  try {
    await write(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeDocuments(handle: FileHandle, documents: Iterable<StoredDocument>): Promise<number> {
  let count = 0;
  let piece = '';
  for (const document of documents) {
    piece += `${JSON.stringify(toWireDocument(document))}\n`;
    count += 1;
    if (piece.length >= pieceLength) {
      await handle.writeFile(piece);
      piece = '';
    }
  }
  await handle.writeFile(piece);
  return count;
}

/**
 * Opens an export by its metadata file, also one of production or of Google's emulator. The documents are read while
 * one goes through them; that throws when they are damaged. Throws at once when the metadata are.
 *
 * @param google what an export of Google's leaves open
 */
export async function readExport(
  metadataFile: string,
  google: GoogleExportOptions,
): Promise<DatabaseContent[]> {
  const text = await readFile(metadataFile, 'utf8');
  // Google's metadata are binary.
  return text.startsWith('{')
    ? openOwn(readMetadata(text, metadataFile), metadataFile)
    : await openGoogleExport(metadataFile, google);
}

function openOwn(metadata: z.output<typeof metadataSchema>, metadataFile: string): DatabaseContent[] {
  const folder = dirname(metadataFile);
  const parts =
    metadata.version === 1
      ? [{ name: metadata.database, file: 'documents.jsonl', documents: undefined }]
      : metadata.databases;
  return parts.map(({ name, file, documents }) => {
    parseDatabaseName(name);
    return { name, documents: readDocuments(join(folder, file), name, documents) };
  });
}

function* readDocuments(
  file: string,
  database: string,
  expected: number | undefined,
): Generator<StoredDocument> {
  let count = 0;
  for (const line of linesOf(file)) {
    count += 1;
    yield readDocument(line, database, `${file}:${count}`);
  }
  if (expected !== undefined && count !== expected) {
    throw new Error(`${file} is damaged: ${count} documents instead of ${expected}.`);
  }
}

function readDocument(line: string, database: string, place: string): StoredDocument {
  try {
    const { name, fields, createTime, updateTime } = lineSchema.parse(JSON.parse(line));
    const parsed = parseDocumentName(name);
    if (parsed.database !== database) {
      throw new Error(`${name} is not in ${database}.`);
    }
    return {
      name,
      segments: parsed.segments,
      fields: decodeFields(fields),
      createTime: parseMicros(createTime),
      updateTime: parseMicros(updateTime),
    };
  } catch (error) {
    throw new Error(`${place} is no document of an export: ${String(error)}`, { cause: error });
  }
}

function readMetadata(text: string, metadataFile: string) {
  try {
    return metadataSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${metadataFile} is not the metadata file of an export.`, { cause: error });
  }
}
