/**
 * A client of the HTTP API that is made from nothing but its OpenAPI document, as somebody else would write one: it knows addresses,
 * parameters and bodies from there, and holds every answer against what is promised there.
 */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { z } from 'zod';

const parameterSchema = z.object({
  in: z.enum(['path', 'query', 'header']),
  name: z.string(),
  required: z.boolean().default(false),
  schema: z.looseObject({}),
});
const contentSchema = z.record(z.string(), z.object({ schema: z.looseObject({}) }));
const operationSchema = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  parameters: z.array(parameterSchema).default([]),
  requestBody: z.object({ required: z.boolean().optional(), content: contentSchema }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: contentSchema.optional() })),
});
const documentSchema = z.object({
  openapi: z.string(),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), z.looseObject({})).default({}) }),
});
export type ApiDocument = z.infer<typeof documentSchema>;

/** An operation with its place. */
export interface DescribedOperation extends z.infer<typeof operationSchema> {
  method: string;
  /** With `{names}`. */
  route: string;
  /** Of the body; null where it carries none. */
  mediaType: string | null;
  bodySchema: Record<string, unknown> | null;
}

/** What is sent. */
export interface ApiCall {
  path?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** JSON; of a form, its fields: those that are files as `File`. */
  body?: unknown;
  token?: string | null;
  headers?: Readonly<Record<string, string>>;
}

export interface ApiAnswer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** Sends a request: `fetch`, or a router in this process. */
export type Send = (request: Request) => Response | Promise<Response>;

/** The operations of a document. */
function operationsOf({ paths }: ApiDocument): DescribedOperation[] {
  return Object.entries(paths).flatMap(([route, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const [content] = Object.entries(operation.requestBody?.content ?? {});
      return {
        ...operation,
        method: method.toUpperCase(),
        route,
        mediaType: content?.[0] ?? null,
        bodySchema: content?.[1].schema ?? null,
      };
    }),
  );
}

/** A value as it stands in an address or a form. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function formOf(body: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(z.record(z.string(), z.unknown()).parse(body)))
    form.set(name, value instanceof File ? value : textOf(value));
  return form;
}

export class OpenApiClient {
  readonly document: ApiDocument;
  readonly operations: ReadonlyMap<string, DescribedOperation>;
  /** The operations that have answered as they should. */
  readonly called = new Set<string>();
  readonly #send: Send;
  readonly #base: string;
  readonly #token: string | null;
  readonly #ajv: Ajv2020;
  readonly #validators = new Map<string, ValidateFunction>();

  /** `base` is the address that the document's server is relative to. */
  constructor(document: unknown, base: string, { send, token }: { send: Send; token: string | null }) {
    this.document = documentSchema.parse(document);
    this.operations = new Map(
      operationsOf(this.document).map((operation) => [operation.operationId, operation]),
    );
    this.#base = new URL(this.document.servers[0]?.url ?? '/', base).href;
    this.#send = send;
    this.#token = token;
    // Formats are for people; patterns and types are what is checked.
    this.#ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    this.#ajv.addSchema({ $id: 'api', components: this.document.components });
  }

  operation(id: string): DescribedOperation {
    const operation = this.operations.get(id);
    if (operation === undefined) throw new Error(`The document describes no “${id}”.`);
    return operation;
  }

  /** Calls an operation. Throws when what comes back is not what the document promises for its status. */
  async call(
    id: string,
    { path = {}, query = {}, body, token = this.#token, headers = {} }: ApiCall = {},
  ): Promise<ApiAnswer> {
    const operation = this.operation(id);
    const route = operation.route.replaceAll(/\{(\w+)\}/gu, (_, name: string) =>
      encodeURIComponent(path[name] ?? `{${name}}`),
    );
    const url = new URL(`${this.#base}${route}`);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value));
    const isForm = operation.mediaType === 'multipart/form-data';
    const response = await this.#send(
      new Request(url, {
        method: operation.method,
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined || isForm || operation.mediaType === null
            ? {}
            : { 'content-type': operation.mediaType }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isForm ? formOf(body) : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const answer = {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : parsed(text, id),
    };
    this.#hold(operation, answer);
    if (response.ok) this.called.add(id);
    return answer;
  }

  /** As `call`; anything but success is thrown. */
  async succeed(id: string, call: ApiCall = {}): Promise<unknown> {
    const { status, body } = await this.call(id, call);
    if (status >= 300) throw new Error(`${id} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  #hold({ operationId, responses }: DescribedOperation, { status, headers, body }: ApiAnswer): void {
    const promised = responses[String(status)];
    if (promised === undefined)
      throw new Error(
        `${operationId} answered ${status}, which its description does not know: ${JSON.stringify(body)}`,
      );
    const [content] = Object.entries(promised.content ?? {});
    if (content === undefined) return;
    const [mediaType, { schema }] = content;
    const said = (headers.get('content-type') ?? '').split(';', 1)[0];
    if (said !== mediaType)
      throw new Error(`${operationId} answered ${status} as ${said}, not as ${mediaType}`);
    const validate = this.#validator(`${operationId} ${status}`, schema);
    if (!validate(body))
      throw new Error(
        `${operationId} answered ${status} with something else than is promised: ${this.#ajv.errorsText(validate.errors)} in ${JSON.stringify(body).slice(0, 2_000)}`,
      );
  }

  #validator(name: string, schema: unknown): ValidateFunction {
    const known = this.#validators.get(name);
    if (known !== undefined) return known;
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/');
    const compiled = this.#ajv.compile(z.looseObject({}).parse(JSON.parse(text)));
    this.#validators.set(name, compiled);
    return compiled;
  }
}

function parsed(text: string, id: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${id} answered something that is not JSON: ${text.slice(0, 300)}`);
  }
}
