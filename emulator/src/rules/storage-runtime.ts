/**
 * The Storage rules runtime: the program that the Storage emulator of firebase-tools asks, message by message. Pure:
 * a message in, the answers out. A rule that looks at a Firestore document makes the runtime ask for it, and the
 * request is decided anew when it has come.
 */
import { basename } from 'node:path';
import { z } from 'zod';
import type { RulesIssue, Ruleset } from './request.ts';
import { compileRules } from './ruleset.ts';
import { fromTypedValue } from './storage-values.ts';
import { fromFirestoreFields, isObject, type RulesDocument, type RulesValue } from './values.ts';

/** What goes back to the emulator; every request gets exactly one of them, or a question first. */
export type RuntimeAnswer =
  | {
      readonly id: number;
      readonly status: 'ok';
      readonly errors: readonly string[];
      readonly warnings: readonly string[];
      readonly result?: { readonly rulesVersion: 1 | 2 } | { readonly permit: boolean };
    }
  | {
      readonly id: number;
      readonly server_request_id: number;
      readonly status: 'ok';
      readonly action: 'fetch_firestore_document';
      readonly context: { readonly path: string };
    };

const loadSchema = z.object({
  id: z.number(),
  action: z.literal('load_ruleset'),
  context: z.object({
    rulesetName: z.string(),
    source: z.object({ files: z.array(z.object({ name: z.string(), content: z.string() })) }),
  }),
});
const verifySchema = z.object({
  id: z.number(),
  action: z.literal('verify'),
  context: z.object({
    rulesetName: z.string(),
    service: z.enum(['firebase.storage', 'cloud.firestore']).default('firebase.storage'),
    path: z.string(),
    method: z.enum(['get', 'list', 'create', 'update', 'delete']),
    variables: z.record(z.string(), z.unknown()).default({}),
  }),
});
const fetchedSchema = z.object({
  id: z.number(),
  action: z.undefined().optional(),
  status: z.string(),
  result: z.object({ fields: z.unknown() }).nullish(),
});

type VerifyRequest = z.output<typeof verifySchema>;

/** A request that waits for a document. */
interface Waiting {
  readonly request: VerifyRequest;
  /** The path asked for. */
  readonly wanted: string;
  /** The documents that have come so far, by path. */
  readonly documents: ReadonlyMap<string, RulesDocument | null>;
}

/** Thrown through the evaluator when it looks at a document that has not come yet. */
class NeedsDocument extends Error {
  override readonly name = 'NeedsDocument';
  readonly path: string;

  constructor(path: string) {
    super(`Needs ${path}.`);
    this.path = path;
  }
}

/** The first thing the emulator waits for. */
export const greeting = { id: -1, status: 'ok', action: '' } as const;

export class StorageRuntime {
  readonly #rulesets = new Map<string, Ruleset>();
  readonly #waiting = new Map<number, Waiting>();
  readonly #print: (line: string) => void;

  /** @param print takes a line for each value that goes through `debug()` in the rules */
  constructor(print: (line: string) => void = () => {}) {
    this.#print = print;
  }

  /** The answer to a message; undefined for one without an id, which nobody waits for. */
  handle(message: unknown): RuntimeAnswer | undefined {
    const id = isObject(message) ? message['id'] : undefined;
    if (typeof id !== 'number') {
      return undefined;
    }
    try {
      return this.#answer(id, message);
    } catch (error) {
      return failed(id, [error instanceof Error ? error.message : String(error)]);
    }
  }

  #answer(id: number, message: unknown): RuntimeAnswer {
    const load = loadSchema.safeParse(message);
    if (load.success) {
      return this.#load(load.data);
    }
    const verify = verifySchema.safeParse(message);
    if (verify.success) {
      return this.#verify(verify.data, new Map());
    }
    const fetched = fetchedSchema.safeParse(message);
    const waiting = this.#waiting.get(id);
    if (fetched.success && waiting) {
      this.#waiting.delete(id);
      const document = fetched.data.status === 'ok' ? documentOf(waiting.wanted, fetched.data.result) : null;
      return this.#verify(waiting.request, new Map([...waiting.documents, [waiting.wanted, document]]));
    }
    const action = isObject(message) ? String(message['action']) : '';
    return failed(id, [`Not a request that the runtime knows: ${action}.`]);
  }

  #load({ id, context }: z.output<typeof loadSchema>): RuntimeAnswer {
    const [file] = context.source.files;
    if (!file) {
      return failed(id, ['The ruleset has no file.']);
    }
    const describe = ({ line, column, severity, message }: RulesIssue) =>
      `${basename(file.name)}:${line}:${column} - ${severity.toUpperCase()} ${message}`;
    const compiled = compileRules(file.content, this.#print);
    if (!compiled.ok) {
      return failed(id, compiled.issues.map(describe));
    }
    this.#rulesets.set(context.rulesetName, compiled.ruleset);
    return {
      id,
      status: 'ok',
      errors: [],
      warnings: compiled.warnings.map(describe),
      result: { rulesVersion: compiled.ruleset.version },
    };
  }

  #verify(request: VerifyRequest, documents: Waiting['documents']): RuntimeAnswer {
    const { id, context } = request;
    const ruleset = this.#rulesets.get(context.rulesetName);
    if (!ruleset) {
      return failed(id, [`No ruleset named ${context.rulesetName} is loaded.`]);
    }
    const read = (path: readonly string[]) => {
      const wanted = `/databases/(default)/documents/${path.join('/')}`;
      const document = documents.get(wanted);
      if (document === undefined) {
        throw new NeedsDocument(wanted);
      }
      return document;
    };
    try {
      const { allowed } = ruleset.evaluateWith({
        service: context.service,
        method: context.method,
        path: context.path.split('/').slice(1),
        variables: readVariables(context.variables, context.method),
        reader: { before: read, after: read },
      });
      return { id, status: 'ok', errors: [], warnings: [], result: { permit: allowed } };
    } catch (error) {
      if (!(error instanceof NeedsDocument)) {
        throw error;
      }
      this.#waiting.set(id, { request, wanted: error.path, documents });
      return {
        id,
        server_request_id: id,
        status: 'ok',
        action: 'fetch_firestore_document',
        context: { path: error.path },
      };
    }
  }
}

function failed(id: number, errors: readonly string[]): RuntimeAnswer {
  return { id, status: 'ok', errors, warnings: [] };
}

function readVariables(variables: Record<string, unknown>, method: string): ReadonlyMap<string, RulesValue> {
  const values = new Map<string, RulesValue>();
  for (const [name, value] of Object.entries(variables)) {
    values.set(name, fromTypedValue(value));
  }
  const request = values.get('request');
  if (request?.kind === 'map') {
    const fields = new Map<string, RulesValue>([
      ['method', { kind: 'string', value: method }],
      ...request.fields,
    ]);
    values.set('request', { kind: 'map', fields });
  }
  return values;
}

function documentOf(path: string, result: { fields?: unknown } | null | undefined): RulesDocument {
  return { name: path.split('/').slice(4), data: fromFirestoreFields(result?.fields) };
}
