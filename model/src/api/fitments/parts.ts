/** The parts of the catalogue. */
import { z } from 'zod';
import { describedPartSchema, newPartSchema } from '../../fitment/part.ts';
import { READING, type Operation } from '../operation.ts';
import { inWorkspace, pageOf, pageQuery, noFields } from '../shared.ts';
import { partSchema } from './schemas.ts';

/** What a caller says of a new part. */
const newPartBody = z
  .strictObject({
    part_number: newPartSchema.shape.part_number,
    description: describedPartSchema.shape.description.default(''),
    texts: describedPartSchema.shape.texts.default([]),
    vehicles: describedPartSchema.shape.given.default([]),
  })
  .meta({
    id: 'NewPart',
    examples: [
      { part_number: 'BP-1042', description: 'Front brake pads, ceramic, Ford F-150 2005-2010, 5.4L V8' },
    ],
  });

export const partOperations = {
  listParts: {
    ...READING,
    id: 'listParts',
    route: '/workspaces/{workspace_id}/parts',
    tag: 'Fitments',
    summary: 'List parts',
    description: 'The parts of the catalogue, in the order of their numbers.',
    path: inWorkspace,
    query: pageQuery,
    answer: { status: 200, description: 'A page of them.', schema: pageOf(partSchema, 'PartPage') },
    problems: [],
  },
  createPart: {
    id: 'createPart',
    method: 'post',
    route: '/workspaces/{workspace_id}/parts',
    tag: 'Fitments',
    summary: 'Add a part',
    description:
      'Adds one part to the catalogue. Vehicles are looked for in its description, its texts and its `vehicles`, so at least one of these must say something. Part numbers exist once in a workspace: case and repeated blanks do not count.',
    needs: 'edit',
    weight: 'read',
    path: inWorkspace,
    query: noFields,
    carries: 'json',
    body: newPartBody,
    answer: { status: 201, description: 'The part.', schema: partSchema },
    problems: ['conflict', 'unprocessable'],
  },
} as const satisfies Record<string, Operation>;
