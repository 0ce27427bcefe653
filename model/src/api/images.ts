/** The library of images. */
import { z } from 'zod';
import { flattenSchema, IMAGE_PART_STATUSES, IMAGE_PROCESSING_STATUSES } from '../image.ts';
import { DERIVATIVE_NAMES, READABLE_IMAGES } from '../image-derivatives.ts';
import { formatBytes, LIMITS } from '../limits.ts';
import { ADDRESS_FAULTS } from '../upload/address-list.ts';
import { readImageAddress } from '../upload/image-address.ts';
import { READING, noBody, type Operation } from './operation.ts';
import {
  acceptedSchema,
  deletedSchema,
  fileField,
  fileUrl,
  idSchema,
  inWorkspace,
  noFields,
  pageOf,
  pageQuery,
  runIdSchema,
  timestamp,
} from './shared.ts';

const IMAGES = '/workspaces/{workspace_id}/images';
const ofImage = inWorkspace.extend({ image_id: idSchema.meta({ description: 'The image.' }) });

const derivedFile = z
  .object({
    name: z.enum(DERIVATIVE_NAMES),
    url: fileUrl,
    width: z.number().int().positive(),
    height: z.number().int().positive(),
    bytes: z.number().int().positive(),
    content_type: z.string(),
  })
  .meta({ id: 'DerivedFile', description: 'A file made from an image; width and height in pixels.' });

/** How far the processing of an image is, and what can be shown of it. */
const statusFields = {
  processing_status: z.enum(IMAGE_PROCESSING_STATUSES),
  thumbnail_status: z.enum(IMAGE_PART_STATUSES),
  variant_status: z.enum(IMAGE_PART_STATUSES),
  attempts: z.number().int().nonnegative().meta({ description: 'Tries that have been started so far.' }),
  error: z
    .object({ code: z.string(), message: z.string() })
    .nullable()
    .meta({ description: 'What went wrong the last time; null when nothing did.' }),
  started_at: timestamp.nullable(),
  completed_at: timestamp.nullable(),
  original_url: fileUrl
    .nullable()
    .meta({ description: 'The file as it came; null until it has been fetched.' }),
  best_url: fileUrl.nullable().meta({
    description:
      'What shows the image best at this moment, in browsers; null while there is nothing to show.',
  }),
  thumbnails: z.array(derivedFile),
  variants: z.array(derivedFile),
};

const imageStatusSchema = z
  .object({
    id: idSchema,
    ...statusFields,
    run_id: runIdSchema
      .nullable()
      .meta({ description: 'The run that is about to work on it, or at work; null when there is none.' }),
  })
  .meta({ id: 'ImageProcessingStatus' });
export type ImageStatusView = z.input<typeof imageStatusSchema>;

const imageSchema = z
  .object({
    id: idSchema.meta({ description: 'Made of its content, or of the address that it was fetched from.' }),
    file_name: z.string(),
    content_type: z.string().meta({ description: 'By its content; empty until it has been fetched.' }),
    size: z.number().int().nonnegative().meta({ description: 'Bytes.' }),
    width: z.number().int().positive().nullable().meta({ description: 'Pixels, turned upright.' }),
    height: z.number().int().positive().nullable(),
    source_url: z.string().nullable().meta({ description: 'Where it was fetched from; null for uploads.' }),
    flatten: z
      .string()
      .nullable()
      .meta({ description: 'The colour behind transparent parts; null keeps them transparent.' }),
    uploaded_by: z.string(),
    uploaded_at: timestamp,
    ...statusFields,
  })
  .meta({ id: 'Image', description: 'An image of the library, with what was made from it.' });
export type ImageView = z.input<typeof imageSchema>;

const flattenField = flattenSchema
  .unwrap()
  .optional()
  .meta({
    description: 'A colour to be put behind transparent parts. Absent: they stay transparent.',
    examples: ['#ffffff'],
  });

const addressField = z
  .string()
  .check((context) => {
    const address = readImageAddress(context.value);
    if (!address.ok)
      context.issues.push({
        code: 'custom',
        input: context.value,
        message: ADDRESS_FAULTS[address.fault],
      });
  })
  .meta({
    description: 'Of a picture on the public internet, by http or https, without a password.',
    format: 'uri',
    maxLength: LIMITS.urlCharacters,
  });

export const imageOperations = {
  listImages: {
    ...READING,
    id: 'listImages',
    route: IMAGES,
    tag: 'Images',
    summary: 'List images',
    description: 'The images of the library, the latest first.',
    path: inWorkspace,
    query: pageQuery.extend({
      status: z
        .enum(IMAGE_PROCESSING_STATUSES)
        .optional()
        .meta({ description: 'Those whose processing is in this state alone.' }),
    }),
    answer: { status: 200, description: 'A page of them.', schema: pageOf(imageSchema, 'ImagePage') },
    problems: [],
  },
  uploadImage: {
    id: 'uploadImage',
    method: 'post',
    route: IMAGES,
    tag: 'Images',
    summary: 'Upload an image',
    description:
      'Keeps an image and has thumbnails and variants made from it in the background. The same content once more adds nothing: `added` is false then, and the image that is there is answered.',
    needs: 'edit',
    weight: 'start',
    path: inWorkspace,
    query: noFields,
    carries: 'form',
    body: z.strictObject({
      file: fileField.meta({
        description: `${READABLE_IMAGES.charAt(0).toUpperCase()}${READABLE_IMAGES.slice(1)}, of ${formatBytes(LIMITS.apiBodyBytes)} at most by this way; recognised by its content.`,
      }),
      flatten: flattenField,
    }),
    answer: {
      status: 201,
      description: 'The image.',
      schema: z
        .object({
          image: imageSchema,
          added: z.boolean().meta({ description: 'False: it was in the library already.' }),
          run: acceptedSchema
            .nullable()
            .meta({ description: 'The run that processes it; null if not added.' }),
        })
        .meta({ id: 'UploadedImage' }),
    },
    problems: ['unprocessable', 'conflict'],
  },
  importImages: {
    id: 'importImages',
    method: 'post',
    route: `${IMAGES}/import`,
    tag: 'Images',
    summary: 'Import images from addresses',
    description: `Has pictures fetched and processed in the background, up to ${LIMITS.imagesPerBatch} of a host in a run. An address that was imported before adds nothing. Addresses of private networks are refused when they are fetched.`,
    needs: 'edit',
    weight: 'start',
    path: inWorkspace,
    query: noFields,
    carries: 'json',
    body: z
      .strictObject({
        urls: z.array(addressField).min(1).max(LIMITS.importedUrls),
        flatten: flattenField,
      })
      .meta({ id: 'ImportImages', examples: [{ urls: ['https://example.com/photos/coat.jpg'] }] }),
    answer: {
      status: 202,
      description: 'What was taken on.',
      schema: z
        .object({
          added: z.number().int().nonnegative().meta({ description: 'Images that will be fetched.' }),
          known: z
            .number()
            .int()
            .nonnegative()
            .meta({ description: 'Addresses whose images are in the library already.' }),
          images: z
            .array(z.object({ id: idSchema, url: z.string(), added: z.boolean() }))
            .meta({ description: 'Each address once, in their order.' }),
          runs: z.array(acceptedSchema),
        })
        .meta({ id: 'ImportedImages' }),
    },
    problems: [],
  },
  getImage: {
    ...READING,
    id: 'getImage',
    route: `${IMAGES}/{image_id}`,
    tag: 'Images',
    summary: 'Get an image',
    description: 'The image, how far its processing is, and addresses of its files.',
    path: ofImage,
    query: noFields,
    answer: { status: 200, description: 'The image.', schema: imageSchema },
    problems: [],
  },
  getImageProcessingStatus: {
    ...READING,
    id: 'getImageProcessingStatus',
    route: `${IMAGES}/{image_id}/processing-status`,
    tag: 'Images',
    summary: 'Ask how the processing of an image goes',
    description:
      'How far it is, and what can be shown of it by now. An image that waits to be processed again is `queued`. Ask about once a second until it is completed, failed or cancelled.',
    path: ofImage,
    query: noFields,
    answer: { status: 200, description: 'How it goes.', schema: imageStatusSchema },
    problems: [],
  },
  retryImageProcessing: {
    id: 'retryImageProcessing',
    method: 'post',
    route: `${IMAGES}/{image_id}/retry-processing`,
    tag: 'Images',
    summary: 'Process an image again',
    description:
      'For an image whose processing has failed, was cancelled, or has never come to an end. One that was never fetched is fetched first.',
    needs: 'edit',
    weight: 'start',
    path: ofImage,
    query: noFields,
    carries: 'nothing',
    body: noBody,
    answer: { status: 202, description: 'The run was taken on.', schema: acceptedSchema },
    problems: ['conflict', 'already_running'],
  },
  deleteImage: {
    id: 'deleteImage',
    method: 'delete',
    route: `${IMAGES}/{image_id}`,
    tag: 'Images',
    summary: 'Delete an image',
    description: 'Deletes the image and all files made from it, for everybody. Addresses of them end.',
    needs: 'edit',
    weight: 'read',
    path: ofImage,
    query: noFields,
    carries: 'nothing',
    body: noBody,
    answer: { status: 200, description: 'It is gone.', schema: deletedSchema },
    problems: [],
  },
} as const satisfies Record<string, Operation>;
