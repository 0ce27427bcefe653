/** The linesheets and purchase orders of a collection. */
import { z } from 'zod';
import { documentKindSchema } from '../../document.ts';
import { formatBytes, LIMITS } from '../../limits.ts';
import { READING, noBody, type Operation } from '../operation.ts';
import { acceptedSchema, deletedSchema, fileField, idSchema, noFields } from '../shared.ts';
import { documentView, ofCollection } from './schemas.ts';

const uploadBody = z.strictObject({
  file: fileField.meta({
    description: `A PDF, XLSX, XLS or CSV file, for linesheets also a JPEG or PNG picture; recognised by its content. ${formatBytes(LIMITS.apiBodyBytes)} at most by this way, ${formatBytes(LIMITS.documentBytes)} on the page.`,
  }),
  kind: documentKindSchema.meta({ description: 'What the file is.' }),
});

const uploadQuery = z.object({
  process: z.enum(['true', 'false']).default('false').meta({
    description: '`true`: begin to process all documents of the collection as soon as this is there.',
  }),
});

const uploadAnswer = z
  .object({
    document: documentView,
    warning: z
      .string()
      .nullable()
      .meta({ description: 'What is odd about the file, for people; null when nothing is.' }),
    run: acceptedSchema
      .nullable()
      .meta({ description: 'The run that was started; null when none was asked for, or none could be.' }),
    not_started: z
      .string()
      .nullable()
      .meta({ description: 'Why the run that was asked for was not started: what to do first.' }),
  })
  .meta({ id: 'UploadedDocument' });

export const documentOperations = {
  listDocuments: {
    ...READING,
    id: 'listDocuments',
    route: '/workspaces/{workspace_id}/collections/{collection_id}/documents',
    tag: 'Collections',
    summary: 'List the documents of a collection',
    description: `Its linesheets and purchase orders: ${LIMITS.documentsPerCollection} at most, so they come at once.`,
    path: ofCollection,
    query: noFields,
    answer: {
      status: 200,
      description: 'All of them.',
      schema: z.object({ data: z.array(documentView) }).meta({ id: 'Documents' }),
    },
    problems: [],
  },
  uploadDocument: {
    id: 'uploadDocument',
    method: 'post',
    route: '/workspaces/{workspace_id}/collections/{collection_id}/documents',
    tag: 'Collections',
    summary: 'Upload a document',
    description:
      'Adds a linesheet or a purchase order. It is only kept, unless `process=true`: then all documents are processed as soon as there is at least one of each kind; until then the upload is kept and `not_started` says what is missing. Not possible while documents are being processed.',
    needs: 'edit',
    weight: 'start',
    path: ofCollection,
    query: uploadQuery,
    carries: 'form',
    body: uploadBody,
    answer: {
      status: 201,
      description: 'The document, and the run if one was started.',
      schema: uploadAnswer,
    },
    problems: ['unprocessable', 'conflict', 'already_running'],
  },
  deleteDocument: {
    id: 'deleteDocument',
    method: 'delete',
    route: '/workspaces/{workspace_id}/collections/{collection_id}/documents/{document_id}',
    tag: 'Collections',
    summary: 'Remove a document',
    description:
      'Removes the file and the products that were read from it; items stay. Not possible while documents are being processed.',
    needs: 'edit',
    weight: 'read',
    path: ofCollection.extend({ document_id: idSchema.meta({ description: 'The document.' }) }),
    query: noFields,
    carries: 'nothing',
    body: noBody,
    answer: { status: 200, description: 'It is gone.', schema: deletedSchema },
    problems: ['already_running'],
  },
} as const satisfies Record<string, Operation>;
