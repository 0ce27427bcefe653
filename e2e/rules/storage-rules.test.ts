/** storage.rules: every prefix, role and operation, and every upload that is refused. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compileRules, type RulesMethod, type RulesRequest } from '@docket/emulator/rules/ruleset';
import { fromJson, mapValue, type RulesDocument } from '@docket/emulator/rules/values';
import { FILE_KIND_MEDIA, FILE_KINDS } from '@docket/model/file-kind';
import { LIMITS } from '@docket/model/limits';
import { paths, storagePaths } from '@docket/model/paths';
import { afterAll, describe, expect, it } from 'vitest';
import { isSeenBothWays, keepRulesCoverage } from '../../scripts/rules-coverage.ts';
import { type Allowed, emailOf, isAmong, PEOPLE, type Person, uidOf, WORKSPACE } from './people.ts';
import { FRESH, IMAGE, importIn, SEED } from './seed.ts';
import { PARTS_IMPORT, UNFINISHED, VEHICLE_IMPORT } from './seed-fitments.ts';
import { NEW_IMAGE, NEW_IMPORT } from './valid-records.ts';

const compiled = compileRules(
  await readFile(path.resolve(import.meta.dirname, '../../storage.rules'), 'utf8'),
);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
const { ruleset } = compiled;

afterAll(() => keepRulesCoverage('storage.rules', ruleset));

/** Metadata of an object. */
type Metadata = Record<string, unknown>;

function readSeed(name: readonly string[]): RulesDocument | null {
  const fields = SEED.get(name.join('/'));
  return fields ? { name, data: asMap(fields) } : null;
}

function asMap(fields: object): RulesDocument['data'] {
  return mapValue(Object.entries(fields).map(([name, value]) => [name, fromJson(value)]));
}

interface Asked {
  person: Person;
  method: RulesMethod;
  object: string;
  before?: Metadata | undefined;
  after?: Metadata | undefined;
}

function decide({ person, method, object, before, after }: Asked): 'allowed' | 'refused' {
  const name = ['b', 'bucket', 'o', ...object.split('/')];
  const auth =
    person === 'nobody signed in' ? null : { uid: uidOf(person), token: { email: emailOf(person) } };
  const request: RulesRequest = {
    service: 'firebase.storage',
    method,
    path: name,
    auth,
    time: new Date('2026-01-02T00:00:00Z'),
    resource: before ? { name, data: asMap(before) } : null,
    newResource: after ? { name, data: asMap(after) } : null,
    reader: { before: readSeed, after: readSeed },
  };
  return ruleset.evaluate(request).allowed ? 'allowed' : 'refused';
}

const pdf: Metadata = { size: 1234, contentType: 'application/pdf', metadata: {} };
const csv: Metadata = { size: 1234, contentType: 'text/csv', metadata: {} };
const jpeg: Metadata = { size: 1234, contentType: 'image/jpeg', metadata: {} };

/** Imports of inventory items: one whose file has just arrived, and one that has been started. */
const NEW_FILE = 'import';
const IMPORT = importIn('completed');

interface PrefixRow {
  what: string;
  object: string;
  /** What is there, or uploaded, when it is not a PDF. */
  content?: Metadata;
  allowed: Record<RulesMethod, Allowed>;
}

const nothing = {
  get: 'nothing',
  list: 'nothing',
  create: 'nothing',
  update: 'nothing',
  delete: 'nothing',
} as const;

/**
 * Every kind of object with what may be done to it, and by whom. `d2`, `NEW_IMAGE` and `NEW_FILE` have no document in the
 * database, `d1`, `IMAGE` and `IMPORT` have one.
 */
const ACCESS: readonly PrefixRow[] = [
  {
    what: 'an original that is no document yet',
    object: storagePaths.original(WORKSPACE, FRESH, 'd2', 'linesheet.pdf'),
    allowed: { ...nothing, get: 'read', create: 'edit', delete: 'edit' },
  },
  {
    what: 'the original of a document',
    object: storagePaths.original(WORKSPACE, FRESH, 'd1', 'linesheet.pdf'),
    allowed: { ...nothing, get: 'read', create: 'edit' },
  },
  {
    what: 'a picture that a run has made',
    object: storagePaths.image(WORKSPACE, FRESH, 'd1', 'job', 'p1'),
    allowed: { ...nothing, get: 'read' },
  },
  {
    what: 'a thumbnail that a run has made',
    object: storagePaths.thumbnail(WORKSPACE, FRESH, 'd1', 'job', 'p1'),
    allowed: { ...nothing, get: 'read' },
  },
  {
    what: 'the picture of an item',
    object: storagePaths.itemImage(WORKSPACE, FRESH, 'p1'),
    allowed: { ...nothing, get: 'read' },
  },
  {
    what: 'the thumbnail of an item',
    object: storagePaths.itemThumbnail(WORKSPACE, FRESH, 'p1'),
    allowed: { ...nothing, get: 'read' },
  },
  {
    what: 'a file of a deck',
    object: storagePaths.deckFile(WORKSPACE, FRESH, 'job', 'deck.pptx'),
    allowed: { ...nothing, get: 'read' },
  },
  {
    what: 'a logo',
    object: storagePaths.logo(WORKSPACE, FRESH, 'a.png'),
    content: { size: 1234, contentType: 'image/png', metadata: {} },
    allowed: { ...nothing, get: 'read', create: 'edit', delete: 'edit' },
  },
  {
    what: 'what the steps of item generation hand to each other',
    object: storagePaths.collectionWork(WORKSPACE, FRESH, 'job', 'lines.json'),
    allowed: nothing,
  },
  {
    what: 'what one phase hands to the next',
    object: storagePaths.work(WORKSPACE, FRESH, 'd1', 'job', 'text'),
    allowed: nothing,
  },
  {
    what: 'an original that is no image of the library yet',
    object: storagePaths.libraryOriginal(WORKSPACE, NEW_IMAGE, 'a.jpg'),
    content: jpeg,
    allowed: { ...nothing, get: 'read', create: 'edit', delete: 'edit' },
  },
  {
    what: 'the original of an image of the library',
    object: storagePaths.libraryOriginal(WORKSPACE, IMAGE, 'a.jpg'),
    content: jpeg,
    allowed: { ...nothing, get: 'read', create: 'edit' },
  },
  {
    what: 'the original of an image that is fetched',
    object: storagePaths.libraryOriginal(WORKSPACE, NEW_IMPORT, 'a.jpg'),
    content: jpeg,
    allowed: { ...nothing, get: 'read', delete: 'edit' },
  },
  {
    what: 'what is made from an image of the library',
    object: storagePaths.libraryDerivative(WORKSPACE, IMAGE, 'abc', 'v1', 'thumb_160.webp'),
    content: jpeg,
    allowed: { ...nothing, get: 'read' },
  },
  {
    what: 'anything else of an image of the library',
    object: `${storagePaths.libraryImage(WORKSPACE, NEW_IMAGE)}a.jpg`,
    content: jpeg,
    allowed: nothing,
  },
  {
    what: 'a file that is no import yet',
    object: storagePaths.inventoryImportFile(WORKSPACE, NEW_FILE, 'stock.csv'),
    content: csv,
    allowed: { ...nothing, get: 'read', create: 'edit', delete: 'edit' },
  },
  {
    what: 'the file of an import',
    object: storagePaths.inventoryImportFile(WORKSPACE, IMPORT, 'stock.csv'),
    content: csv,
    allowed: { ...nothing, get: 'read', create: 'edit' },
  },
  {
    what: 'what the phases of an import hand to each other',
    object: storagePaths.inventoryImportWork(WORKSPACE, IMPORT, 'job', 'rows'),
    content: csv,
    allowed: nothing,
  },
  ...(
    [
      ['an import of parts', storagePaths.partsImportFile, storagePaths.partsImportWork, PARTS_IMPORT],
      ['a fitment job', storagePaths.fitmentJobFile, storagePaths.fitmentJobWork, UNFINISHED],
      [
        'an import of vehicles',
        storagePaths.vehicleImportFile,
        storagePaths.vehicleImportWork,
        VEHICLE_IMPORT,
      ],
    ] as const
  ).flatMap(([of, file, work, started]): PrefixRow[] => [
    {
      what: `a file that is not that of ${of} yet`,
      object: file(WORKSPACE, NEW_FILE, 'parts.csv'),
      content: csv,
      allowed: { ...nothing, get: 'read', create: 'edit', delete: 'edit' },
    },
    {
      what: `the file of ${of}`,
      object: file(WORKSPACE, started, 'parts.csv'),
      content: csv,
      allowed: { ...nothing, get: 'read', create: 'edit' },
    },
    {
      what: `what the phases of ${of} hand to each other`,
      object: work(WORKSPACE, started, 'job', 'parts'),
      content: csv,
      allowed: nothing,
    },
  ]),
  {
    what: 'a table of vehicles',
    object: storagePaths.vehicleTable(WORKSPACE, VEHICLE_IMPORT),
    content: csv,
    allowed: { ...nothing, get: 'read' },
  },
  {
    what: 'what was seen in a photo of a listing',
    object: storagePaths.listingReading(WORKSPACE, 'l', NEW_IMAGE, 'embedded'),
    content: jpeg,
    allowed: nothing,
  },
  {
    what: 'what the phases of an analysis hand to each other',
    object: storagePaths.listingWork(WORKSPACE, 'l', 'job', NEW_IMAGE),
    content: jpeg,
    allowed: nothing,
  },
  { what: 'anything else in a workspace', object: `workspaces/${WORKSPACE}/logo.png`, allowed: nothing },
  { what: 'anything else in the bucket', object: 'public/readme.txt', allowed: nothing },
];

const METHODS = ['get', 'list', 'create', 'update', 'delete'] as const;

describe.each(ACCESS)('$what', ({ object, content = pdf, allowed }) => {
  const cases = METHODS.flatMap((method) =>
    PEOPLE.map((person) => ({
      method,
      person,
      decision: isAmong(person, allowed[method]) ? 'allowed' : 'refused',
    })),
  );
  it.each(cases)('$method by $person is $decision', ({ method, person, decision }) => {
    const before = method === 'create' || method === 'list' ? undefined : content;
    const after = method === 'create' || method === 'update' ? content : undefined;
    expect(decide({ person, method, object, before, after })).toBe(decision);
  });
});

describe('an upload', () => {
  const original = storagePaths.original(WORKSPACE, FRESH, 'd2', 'linesheet.pdf');
  const upload = (change: Metadata, object = original) =>
    decide({ person: 'editor', method: 'create', object, after: { ...pdf, ...change } });

  it.each([...FILE_KINDS.map((kind) => FILE_KIND_MEDIA[kind].type), 'application/octet-stream'])(
    'may be of type %s',
    (contentType) => {
      expect(upload({ contentType })).toBe('allowed');
    },
  );

  it.each(['image/svg+xml', 'text/html', 'application/zip', '', null])(
    'may not be of type %s',
    (contentType) => {
      expect(upload({ contentType })).toBe('refused');
    },
  );

  it('has a greatest size', () => {
    expect(upload({ size: LIMITS.uploadBytes })).toBe('allowed');
    expect(upload({ size: LIMITS.uploadBytes + 1 })).toBe('refused');
  });

  it('never replaces what is there', () => {
    const again = decide({ person: 'editor', method: 'create', object: original, before: pdf, after: pdf });
    expect(again).toBe('refused');
  });

  it.each([
    storagePaths.original(WORKSPACE, 'a b', 'd2', 'a.pdf'),
    storagePaths.original(WORKSPACE, FRESH, 'd.2', 'a.pdf'),
    storagePaths.original(WORKSPACE, FRESH, 'd2', 'below/a.pdf'),
    storagePaths.original(WORKSPACE, FRESH, 'd2', 'x'.repeat(301)),
    storagePaths.original('nowhere', FRESH, 'd2', 'a.pdf'),
    `${paths.document(WORKSPACE, FRESH, 'd2')}/a.pdf`,
  ])('is refused at %s', (object) => {
    expect(upload({}, object)).toBe('refused');
  });
});

describe('a logo', () => {
  const upload = (change: Metadata, before?: Metadata, collection = FRESH) =>
    decide({
      person: 'editor',
      method: 'create',
      object: storagePaths.logo(WORKSPACE, collection, 'a.png'),
      before,
      after: { size: 10, contentType: 'image/png', metadata: {}, ...change },
    });

  it.each(['image/png', 'image/jpeg', 'image/webp'])('may be of type %s', (contentType) => {
    expect(upload({ contentType })).toBe('allowed');
  });

  it.each(['image/svg+xml', 'application/pdf', ''])('may not be of type %s', (contentType) => {
    expect(upload({ contentType })).toBe('refused');
  });

  it('has a greatest size, and never replaces what is there', () => {
    expect(upload({ size: LIMITS.logoBytes })).toBe('allowed');
    expect(upload({ size: LIMITS.logoBytes + 1 })).toBe('refused');
    expect(upload({}, pdf)).toBe('refused');
    expect(upload({}, undefined, 'a b')).toBe('refused');
  });
});

describe('an image of the library', () => {
  const original = storagePaths.libraryOriginal(WORKSPACE, NEW_IMAGE, 'a.jpg');
  const upload = (change: Metadata, object = original, before?: Metadata) =>
    decide({ person: 'editor', method: 'create', object, before, after: { ...jpeg, ...change } });

  it.each(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif', 'image/tiff'])(
    'may be of type %s',
    (contentType) => {
      expect(upload({ contentType })).toBe('allowed');
    },
  );

  it.each(['image/svg+xml', 'image/heic', 'text/html', 'application/octet-stream', 'image/jpeg2', '', null])(
    'may not be of type %s',
    (contentType) => {
      expect(upload({ contentType })).toBe('refused');
    },
  );

  it('has a greatest size, and is not empty', () => {
    expect(upload({ size: LIMITS.libraryImageBytes })).toBe('allowed');
    expect(upload({ size: LIMITS.libraryImageBytes + 1 })).toBe('refused');
    expect(upload({ size: 0 })).toBe('refused');
  });

  it('never replaces what is there', () => {
    expect(upload({}, original, jpeg)).toBe('refused');
  });

  it.each([
    storagePaths.libraryOriginal(WORKSPACE, 'mine', 'a.jpg'),
    storagePaths.libraryOriginal(WORKSPACE, NEW_IMAGE.toUpperCase(), 'a.jpg'),
    storagePaths.libraryOriginal(WORKSPACE, `${NEW_IMAGE}b`, 'a.jpg'),
    storagePaths.libraryOriginal(WORKSPACE, NEW_IMAGE, 'below/a.jpg'),
    storagePaths.libraryOriginal(WORKSPACE, NEW_IMAGE, 'x'.repeat(301)),
    storagePaths.libraryOriginal('nowhere', NEW_IMAGE, 'a.jpg'),
    storagePaths.libraryDerivative(WORKSPACE, NEW_IMAGE, 'abc', 'v1', 'thumb_160.webp'),
  ])('is refused at %s', (object) => {
    expect(upload({}, object)).toBe('refused');
  });
});

describe('a file of inventory items', () => {
  const original = storagePaths.inventoryImportFile(WORKSPACE, NEW_FILE, 'stock.csv');
  const upload = (change: Metadata, object = original, before?: Metadata) =>
    decide({ person: 'editor', method: 'create', object, before, after: { ...csv, ...change } });

  it.each(['text/csv', 'text/plain', 'application/vnd.ms-excel', 'application/octet-stream'])(
    'may be of type %s',
    (contentType) => {
      expect(upload({ contentType })).toBe('allowed');
    },
  );

  it.each(['text/html', 'image/svg+xml', 'application/pdf', 'text/csv2', '', null])(
    'may not be of type %s',
    (contentType) => {
      expect(upload({ contentType })).toBe('refused');
    },
  );

  it('has a greatest size, is not empty, and never replaces what is there', () => {
    expect(upload({ size: LIMITS.importBytes })).toBe('allowed');
    expect(upload({ size: LIMITS.importBytes + 1 })).toBe('refused');
    expect(upload({ size: 0 })).toBe('refused');
    expect(upload({}, original, csv)).toBe('refused');
  });

  it.each([
    storagePaths.inventoryImportFile(WORKSPACE, 'i.1', 'a.csv'),
    storagePaths.inventoryImportFile(WORKSPACE, 'i'.repeat(129), 'a.csv'),
    storagePaths.inventoryImportFile(WORKSPACE, NEW_FILE, 'below/a.csv'),
    storagePaths.inventoryImportFile(WORKSPACE, NEW_FILE, `${'x'.repeat(297)}.csv`),
    storagePaths.inventoryImportFile('nowhere', NEW_FILE, 'a.csv'),
    `${storagePaths.inventoryImport(WORKSPACE, NEW_FILE)}a.csv`,
  ])('is refused at %s', (object) => {
    expect(upload({}, object)).toBe('refused');
  });
});

describe('a file with parts or vehicles', () => {
  const original = storagePaths.fitmentJobFile(WORKSPACE, NEW_FILE, 'parts.csv');
  const upload = (change: Metadata, object = original, before?: Metadata) =>
    decide({ person: 'editor', method: 'create', object, before, after: { ...csv, ...change } });

  it.each([
    'text/csv',
    'text/plain',
    'application/vnd.ms-excel',
    FILE_KIND_MEDIA.xlsx.type,
    'application/octet-stream',
  ])('may be of type %s', (contentType) => {
    expect(upload({ contentType })).toBe('allowed');
  });

  it.each(['text/html', 'application/pdf', 'image/jpeg', '', null])(
    'may not be of type %s',
    (contentType) => {
      expect(upload({ contentType })).toBe('refused');
    },
  );

  it('has a greatest size, is not empty, and never replaces what is there', () => {
    expect(upload({ size: LIMITS.partsFileBytes })).toBe('allowed');
    expect(upload({ size: LIMITS.partsFileBytes + 1 })).toBe('refused');
    expect(upload({ size: 0 })).toBe('refused');
    expect(upload({}, original, csv)).toBe('refused');
  });

  it.each([
    storagePaths.fitmentJobFile(WORKSPACE, 'j.1', 'a.csv'),
    storagePaths.fitmentJobFile(WORKSPACE, NEW_FILE, 'below/a.csv'),
    storagePaths.fitmentJobFile(WORKSPACE, NEW_FILE, 'x'.repeat(301)),
    storagePaths.fitmentJobFile('nowhere', NEW_FILE, 'a.csv'),
    `workspaces/${WORKSPACE}/parts/${NEW_FILE}/original/a.csv`,
  ])('is refused at %s', (object) => {
    expect(upload({}, object)).toBe('refused');
  });
});

describe('the rules', () => {
  it('have no allow that these tests have not seen both ways', () => {
    const unseen = ruleset
      .coverage()
      .filter((allow) => !isSeenBothWays(allow))
      .map(({ line, methods }) => `line ${line}: allow ${methods.join(', ')}`);
    expect(ruleset.coverage()).toHaveLength(20);
    expect(unseen).toEqual([]);
  });
});
