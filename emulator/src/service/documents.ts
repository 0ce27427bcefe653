/** The methods that read, list and write documents by name. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { decodePrecondition, type Write, wirePrecondition } from '../commit/write.ts';
import { parseNameWithin } from '../paths.ts';
import { StatusError } from '../status.ts';
import { encodeDocument } from '../store/document.ts';
import { readDocument } from '../store/read-view.ts';
import { parseFieldPath } from '../values/field-path.ts';
import { formatMicros } from '../values/timestamp.ts';
import { decodeFields } from '../values/wire.ts';
import { commitWrites } from './commits.ts';
import { defineMethod } from './method.ts';
import { projectDocument } from './projection.ts';
import { consistencySchema, type Read, withRead } from './reads.ts';
import type { RequestContext } from './server-state.ts';

/** A DocumentMask as field paths. */
export const maskSchema = z
  .object({ fieldPaths: z.array(z.string()).default([]) })
  .transform(({ fieldPaths }) => fieldPaths.map(parseFieldPath));
const documentSchema = z.object({ name: z.string().default(''), fields: z.unknown().optional() });

export const getDocument = defineMethod({
  schema: z.object({ name: z.string(), mask: maskSchema.optional(), ...consistencySchema }),
  within: (request) => request.name,
  run: (context, request) =>
    withRead(context, request, async (read) => {
      const [found] = await lockAndRead(context, read, [request.name]);
      if (!found?.document) {
        throw new StatusError('NOT_FOUND', `Document "${request.name}" not found.`);
      }
      return [projectDocument(found.document, request.mask)];
    }),
});

export const batchGetDocuments = defineMethod({
  streaming: true,
  schema: z.object({
    database: z.string(),
    documents: z.array(z.string()).default([]),
    mask: maskSchema.optional(),
    ...consistencySchema,
  }),
  within: (request) => request.database,
  run: (context, request) =>
    withRead(context, request, async (read) => {
      const found = await lockAndRead(context, read, request.documents);
      const readTime = formatMicros(read.time());
      return [
        ...(read.begun ? [{ transaction: read.begun, readTime }] : []),
        ...found.map(({ name, document }) =>
          document
            ? { found: projectDocument(document, request.mask), readTime }
            : { missing: name, readTime },
        ),
      ];
    }),
});

/**
 * Reads each name once, in the order given, after locking all of them if the read is part of a transaction. The rules are
 * asked before that as well: whoever may not read must not keep others waiting.
 */
async function lockAndRead(context: RequestContext, read: Read, names: readonly string[]) {
  const readAll = () =>
    Array.from(new Set(names), (name) => {
      const { segments } = parseNameWithin(context.database.name, name);
      const document = readDocument(read.view, name);
      context.access.checkGet(segments, document);
      return { name, document };
    });
  if (read.transaction?.kind === 'readWrite') {
    readAll();
    await context.transactions.locks.acquire(read.transaction.holder, names, 'read');
  }
  const all = readAll();
  context.usage.countReads(all.flatMap(({ document }) => document ?? []));
  return all;
}

export const createDocument = defineMethod({
  schema: z.object({
    parent: z.string(),
    collectionId: z.string(),
    documentId: z.string().default(''),
    document: documentSchema,
    mask: maskSchema.optional(),
  }),
  within: (request) => request.parent,
  run(context, request) {
    const id = request.documentId || newDocumentId();
    const name = `${request.parent}/${request.collectionId}/${id}`;
    return writeAndReturn(context, request.mask, {
      ...target(context, name),
      kind: 'update',
      fields: decodeFields(request.document.fields),
      mask: undefined,
      transforms: [],
      precondition: { kind: 'exists', exists: false },
    });
  },
});

export const updateDocument = defineMethod({
  schema: z.object({
    document: documentSchema,
    updateMask: maskSchema.optional(),
    mask: maskSchema.optional(),
    currentDocument: wirePrecondition.optional(),
  }),
  within: (request) => request.document.name,
  run: (context, request) =>
    writeAndReturn(context, request.mask, {
      ...target(context, request.document.name),
      kind: 'update',
      fields: decodeFields(request.document.fields),
      mask: request.updateMask,
      transforms: [],
      precondition: decodePrecondition(request.currentDocument),
    }),
});

export const deleteDocument = defineMethod({
  schema: z.object({ name: z.string(), currentDocument: wirePrecondition.optional() }),
  within: (request) => request.name,
  async run(context, request) {
    const precondition = decodePrecondition(request.currentDocument);
    await commitWrites(context, [{ ...target(context, request.name), kind: 'delete', precondition }]);
    return [{}];
  },
});

async function writeAndReturn(
  context: RequestContext,
  mask: z.output<typeof maskSchema> | undefined,
  write: Write,
) {
  const [written] = (await commitWrites(context, [write])).touched;
  return written?.after
    ? [mask ? projectDocument(written.after, mask) : encodeDocument(written.after)]
    : [{}];
}

function target({ database }: RequestContext, name: string) {
  return { name, segments: parseNameWithin(database.name, name).segments };
}

/** Twenty letters and digits, like the ids the SDKs make. */
function newDocumentId(): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from(randomBytes(20), (byte) => alphabet[byte % alphabet.length]).join('');
}
