import { describe, expect, it } from 'vitest';
import {
  compareNames,
  joinName,
  parseDatabaseName,
  parseDocumentName,
  parseName,
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

describe('the order of names', () => {
  it('goes segment by segment, numeric ids first and by number', () => {
    const names = ['__id-5__', '__id2__', '__id10__', 'A', 'a', 'a/b/c', 'a!', 'é'];
    expect(names.toReversed().sort(compareNames)).toEqual(names);
  });
});
