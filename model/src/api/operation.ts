/**
 * One thing that the HTTP API can do, as data: the router, the checks, the types of its handler and its page in the OpenAPI
 * document are all made from this, so that none of them can say anything else than the others.
 */
import { z } from 'zod';
import type { Capability } from '../roles.ts';
import type { ProblemCode } from './problem.ts';

/** Characters of an idempotency key. */
export const IDEMPOTENCY_KEY_CHARACTERS = 200;

export const METHODS = ['get', 'post', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];

/** The groups of the reference. */
export const TAGS = {
  Workspaces: 'What the caller belongs to.',
  Collections: 'Linesheets and purchase orders in, products, items and decks out.',
  Images: 'The library of images, with thumbnails and variants.',
  Listings: 'Items made from photos, with suggestions.',
  Inventory: 'Stock, places, and images fetched from addresses.',
  Fitments: 'Which vehicles parts fit, and what people have decided on that.',
  Runs: 'Runs of pipelines, whatever they work on.',
  Administration: 'The processing queue, for owners.',
} as const;
export type Tag = keyof typeof TAGS;

/** A schema of an object whose fields come as texts: of a path, or of a query. */
type Texts = z.ZodObject;

/** What a request carries: nothing, JSON, or `multipart/form-data` with a file among its fields. */
export type Carries = 'nothing' | 'json' | 'form';

/** The body of a request that carries nothing. */
export const noBody = z.null();

/** What operations have in common that tell of something and carry nothing. */
export const READING = {
  method: 'get',
  needs: 'read',
  weight: 'read',
  carries: 'nothing',
  body: noBody,
} as const;

/** What is needed to call it. `signed-in`: anybody whose token or key is good, whatever workspaces they have. */
export type Needs = Capability | 'signed-in';

/** How it counts against the caller's allowance: `start` for what makes work or stores files. */
export type Weight = 'read' | 'start';

export interface Operation {
  /** `operationId`: a verb and what it is about, in camel case. */
  id: string;
  method: Method;
  /** Below `/api/v1`, with `{names}` of `path`. */
  route: string;
  tag: Tag;
  /** A few words, and a paragraph. */
  summary: string;
  description: string;
  needs: Needs;
  weight: Weight;
  path: Texts;
  query: Texts;
  carries: Carries;
  /** `noBody` where nothing is carried. */
  body: z.ZodType;
  answer: { status: 200 | 201 | 202; description: string; schema: z.ZodType };
  /** Problems beyond those that every operation may have. */
  problems: readonly ProblemCode[];
}

/** What a handler is given: the path, the query and the body, checked. */
export interface Given<O extends Operation> {
  path: z.output<O['path']>;
  query: z.output<O['query']>;
  body: z.output<O['body']>;
}

/** What a handler answers, before its schema has looked at it. */
export type Answer<O extends Operation> = z.input<O['answer']['schema']>;

/** Problems that every operation may have. */
export const COMMON_PROBLEMS: readonly ProblemCode[] = [
  'invalid_request',
  'unauthenticated',
  'forbidden',
  'not_found',
  'too_many_requests',
  'internal',
  'unavailable',
];

/** The problems of an operation, those of all included. */
export function problemsOf({ problems, carries, method }: Operation): ProblemCode[] {
  const repeated: readonly ProblemCode[] =
    method === 'get' ? [] : ['idempotency_in_progress', 'idempotency_key_reused'];
  const carried: readonly ProblemCode[] =
    carries === 'nothing' ? [] : ['payload_too_large', 'unsupported_media_type'];
  return [...new Set([...COMMON_PROBLEMS, ...repeated, ...carried, ...problems])];
}
