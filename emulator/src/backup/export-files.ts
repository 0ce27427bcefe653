/**
 * Exports: a directory with a small metadata file, which the emulator hub names, and the documents beside it, one JSON
 * document per line. Only this server's own format is read back.
 */
import { createReadStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { encodeDocument, type StoredDocument } from '../store/document.ts';

const format = 'docket-firestore-export';
const documentsFile = 'documents.jsonl';

const metadataSchema = z.object({
  format: z.literal(format),
  version: z.literal(1),
  /** The full name of the database that was exported. */
  database: z.string(),
});
const lineSchema = z.object({ name: z.string(), fields: z.unknown().optional() });

/** An exported document in proto3 JSON. */
export type ExportedDocument = z.output<typeof lineSchema>;

/** Writes the documents of a database to `<directory>/<name>/`. Throws when the directory cannot be written. */
export async function writeExport(
  directory: string,
  name: string,
  database: string,
  documents: Iterable<StoredDocument>,
): Promise<void> {
  const target = join(directory, name);
  await mkdir(target, { recursive: true });
  const lines = Array.from(documents, (document) => `${JSON.stringify(encodeDocument(document))}\n`);
  await writeFile(join(target, documentsFile), lines);
  await writeFile(
    join(target, `${name}.overall_export_metadata`),
    JSON.stringify({ format, version: 1, database } satisfies z.input<typeof metadataSchema>),
  );
}

/** Reads an export by its metadata file. Throws when it is damaged or in another program's format. */
export async function readExport(
  metadataFile: string,
): Promise<{ database: string; documents: ExportedDocument[] }> {
  const { database } = await readMetadata(metadataFile);
  const lines = createInterface({ input: createReadStream(join(dirname(metadataFile), documentsFile)) });
  const documents: ExportedDocument[] = [];
  for await (const line of lines) {
    documents.push(lineSchema.parse(JSON.parse(line)));
  }
  return { database, documents };
}

async function readMetadata(metadataFile: string) {
  const text = await readFile(metadataFile, 'utf8');
  try {
    return metadataSchema.parse(JSON.parse(text));
  } catch {
    throw new Error(
      `${metadataFile} is not an export of this emulator (Google's binary format is not read).`,
    );
  }
}
