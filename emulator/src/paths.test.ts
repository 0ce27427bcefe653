import { describe, expect, it } from 'vitest';
import {
  compareNames,
  joinName,
  parseDatabaseName,
  parseDocumentName,
  parseName,
  parseNameWithin,
  parseParentName,
} from './paths.ts';

const database = 'projects/p/databases/(default)';

describe('a resource name', () => {
  it('falls into database and segments', () => {
    expect(parseName(`${database}/documents/a/b c/d`)).toEqual({ database, segments: ['a', 'b c', 'd'] });
    expect(parseName(`${database}/documents`).segments).toEqual([]);
    expect(joinName(database, ['a', 'b'])).toBe(`${database}/documents/a/b`);
  });

  it.each([
    '',
    'a/b',
    `${database}/documents/a//b`,
    `${database}/documents/a/..`,
    `${database}/document/a/b`,
  ])('is refused when it is %j', (name) => {
    expect(() => parseName(name)).toThrow('Invalid');
  });

  it('is refused when a segment is longer than 1500 bytes', () => {
    expect(() => parseName(`${database}/documents/a/${'é'.repeat(751)}`)).toThrow('1500 bytes');
    expect(() => parseName(`${database}/documents/a/${'é'.repeat(750)}`)).not.toThrow();
  });

  it('is a document with an even number of segments, a parent with none or an even number', () => {
    expect(() => parseDocumentName(`${database}/documents/a`)).toThrow('odd number');
    expect(() => parseDocumentName(`${database}/documents`)).toThrow('odd number of segments or none');
    expect(parseParentName(`${database}/documents`).segments).toEqual([]);
    expect(() => parseParentName(`${database}/documents/a`)).toThrow('is a collection');
  });

  it('names project and database', () => {
    expect(parseDatabaseName(database)).toEqual({ project: 'p', database: '(default)' });
    expect(() => parseDatabaseName('projects/p')).toThrow('Invalid database name');
  });
});

describe('a document of a request', () => {
  const named =
    (...segments: string[]) =>
    () =>
      parseNameWithin(database, joinName(database, segments));

  it('lies in the database that the request is for', () => {
    expect(named('a', 'b')()).toEqual({ database, segments: ['a', 'b'] });
    expect(() => parseNameWithin(database, 'projects/q/databases/(default)/documents/a/b')).toThrow(
      `The request was for database '${database}' but was attempting to access database 'projects/q/databases/(default)'`,
    );
    expect(() => parseNameWithin(database, 'projects/p/databases/other/documents/a/b')).toThrow(
      expect.objectContaining({ status: 'INVALID_ARGUMENT' }),
    );
  });

  it('has no reserved ids, but those that numbers from Datastore have', () => {
    expect(named('a', '__b__')).toThrow('Resource id "__b__" is invalid because it is reserved.');
    expect(named('__a__', 'b')).toThrow('Resource id "__a__" is invalid because it is reserved.');
    expect(named('a', '____')).toThrow('reserved');
    expect(named('a', '__id7__')).not.toThrow();
    expect(named('__a', 'b__')).not.toThrow();
  });

  it('has a name of 6 KiB, in 100 collections at most, of whole characters', () => {
    const long = Array.from({ length: 6 }, () => 'i'.repeat(1023));
    expect(named(...long)).not.toThrow();
    expect(named(...long.with(0, 'i'.repeat(1025)))).toThrow('6,144 bytes');
    expect(named(...Array<string>(200).fill('c'))).not.toThrow();
    expect(named(...Array<string>(202).fill('c'))).toThrow('100 levels');
    expect(named('a', '\ud800')).toThrow('UTF-8');
  });
});

describe('the order of names', () => {
  it('goes segment by segment, numeric ids first and by number', () => {
    const names = ['__id-5__', '__id2__', '__id10__', 'A', 'a', 'a/b/c', 'a!', 'é'];
    expect(names.toReversed().sort(compareNames)).toEqual(names);
  });
});
