import { Timestamp } from '@google-cloud/firestore';
import { describe, expect, it } from 'vitest';
import { checkChapter } from './coverage.ts';
import { publicApi } from './public-api.ts';
import { Recorder } from './recorder.ts';

describe('the public names of an SDK', () => {
  it('are its functions, the methods of its classes and the operators of queries', () => {
    const { names } = publicApi('@firebase/firestore', 'dist/index.d.ts');
    expect(names).toEqual(
      expect.arrayContaining(['getDoc', 'Transaction.update', 'Bytes.fromJSON', 'where in']),
    );
    expect(names.filter((name) => /constructor|Settings|^LogLevel/u.test(name))).toEqual([]);
  });

  it('are noted when a test calls them, not when the SDK calls itself', () => {
    const recorder = new Recorder(['Timestamp.now', 'Timestamp.fromMillis', 'Timestamp.toMillis']);
    const watched = recorder.watch({ Timestamp });
    // Asks for Timestamp.fromMillis.
    watched.Timestamp.now().toMillis();
    expect([...recorder.supported.keys()]).toEqual(['Timestamp.now', 'Timestamp.toMillis']);
  });
});

describe('a chapter of COVERAGE.md', () => {
  const chapter = (names: string[]) => ({
    title: 'T',
    about: '`x`',
    api: { version: '1.0.0', names },
    recorder: new Recorder(names),
    clientOnly: ['A.isEqual'],
  });

  it('is incomplete when the SDK has a method that no test calls', () => {
    expect(checkChapter(chapter(['A.isEqual', 'A.brandNew'])).untested).toEqual(['A.brandNew']);
  });

  it('says what is listed and no longer there', () => {
    expect(checkChapter(chapter(['A.other'])).stale).toEqual(['A.isEqual']);
  });

  it('tells what is supported, refused and client-only', () => {
    const known = chapter(['A.get', 'A.isEqual']);
    known.recorder.note('A.get', []);
    expect(checkChapter(known).text).toContain(
      '| `A.get` | supported | a chapter of COVERAGE.md > tells what is supported, refused and client-only |\n' +
        '| `A.isEqual` | client-only |  |\n',
    );
  });

  it('takes what a test for UNIMPLEMENTED calls alone as refused', () => {
    const known = chapter(['A.get', 'A.isEqual']);
    known.recorder.note('A.get', []);
    expect(checkChapter(known).text).toContain('| `A.get` | UNIMPLEMENTED |');
  });
});
