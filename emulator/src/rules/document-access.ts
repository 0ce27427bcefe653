/** `get`, `exists`, `getAfter` and `existsAfter`: looks at other documents, within a budget. */
import { type AccessBudget, spendAccess } from './access-budget.ts';
import { typeFailure } from './arithmetic.ts';
import { pathText } from './equality.ts';
import { type Failure, failure } from './failure.ts';
import type { DocumentReader, RulesService } from './request.ts';
import {
  boolValue,
  mapValue,
  nullValue,
  pathValue,
  type RulesDocument,
  type RulesValue,
  stringValue,
} from './values.ts';

const documentFunctions = ['get', 'exists', 'getAfter', 'existsAfter'] as const;
export type DocumentFunction = (typeof documentFunctions)[number];

export function isDocumentFunction(name: string): name is DocumentFunction {
  return documentFunctions.some((candidate) => candidate === name);
}

/** The functions a service has. Storage calls its own by the namespace `firestore`. */
export function documentFunctionsOf(service: RulesService | undefined): readonly DocumentFunction[] {
  return service === 'firebase.storage' ? ['get', 'exists'] : documentFunctions;
}

export class DocumentAccess {
  readonly #reader: DocumentReader;
  readonly #budgets: readonly AccessBudget[];
  readonly #database: string;

  /** Every look is counted in each of the budgets. */
  constructor(reader: DocumentReader, budgets: readonly AccessBudget[], database: string) {
    this.#reader = reader;
    this.#budgets = budgets;
    this.#database = database;
  }

  /** Throws LimitExceeded when a budget is used up. */
  call(name: DocumentFunction, args: readonly RulesValue[]): RulesValue | Failure {
    const [path, ...more] = args;
    if (path?.kind !== 'path' || more.length > 0) {
      return typeFailure(path ?? nullValue, ['path']);
    }
    const segments = path.segments.map((segment) => ('text' in segment ? segment.text : ''));
    const [databases, database, documents, ...document] = segments;
    const isDocument =
      databases === 'databases' &&
      documents === 'documents' &&
      document.length > 0 &&
      document.length % 2 === 0;
    if (!isDocument || document.includes('')) {
      return failure(`Not the path of a document: ${pathText(path)}.`);
    }
    const after = name === 'getAfter' || name === 'existsAfter';
    for (const budget of this.#budgets) {
      spendAccess(budget, `${after ? 'after' : 'before'} ${segments.join('/')}`);
    }
    const elsewhere = database !== this.#database;
    const found = elsewhere ? null : this.#read(document, after);
    if (name === 'exists' || name === 'existsAfter') {
      return boolValue(found !== null);
    }
    // The reference has null here. Production and Google's emulator fail, and so must tests of rules.
    return found
      ? documentValue(found, this.#database)
      : failure(`Service call error. Function: [${name}]: there is no document ${pathText(path)}.`);
  }

  #read(document: readonly string[], after: boolean): RulesDocument | null {
    try {
      return after ? this.#reader.after(document) : this.#reader.before(document);
    } catch (cause) {
      throw new ReadInterrupted(cause);
    }
  }
}

/** Carries what a reader has thrown through an evaluation, past everything that makes errors into denials. */
export class ReadInterrupted extends Error {
  override readonly name = 'ReadInterrupted';

  constructor(cause: unknown) {
    super('A document could not be read.', { cause });
  }
}

/** A document as `resource` and `get()` show it; null when there is none. */
export function documentValue(document: RulesDocument | null, database: string): RulesValue {
  return document
    ? mapValue([
        ['data', document.data],
        ['id', stringValue(document.name.at(-1) ?? '')],
        ['__name__', pathValue(['databases', database, 'documents', ...document.name])],
      ])
    : nullValue;
}
