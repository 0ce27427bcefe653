import { FieldValue, Timestamp } from '@google-cloud/firestore';
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

  it('are noted when a class that is not public has its own method in place of a public one', () => {
    const recorder = new Recorder(['FieldValue.increment', 'FieldValue.isEqual']);
    const watched = recorder.watch({ FieldValue });
    watched.FieldValue.increment(1).isEqual(watched.FieldValue.increment(1));
    expect([...recorder.supported.keys()]).toEqual(['FieldValue.increment', 'FieldValue.isEqual']);
  });
});

describe('a chapter of COVERAGE.md', () => {
  const chapter = (names: string[]) => ({
    title: 'T',
    about: '`x`',
    api: { version: '1.0.0', names },
    recorder: new Recorder(names),
    elsewhere: ['shownElsewhere'],
  });

  it('is incomplete when the SDK has a method that no test calls', () => {
    expect(checkChapter(chapter(['shownElsewhere', 'A.brandNew'])).untested).toEqual(['A.brandNew']);
  });

  it('says what is listed and no longer there', () => {
    expect(checkChapter(chapter(['A.other'])).stale).toEqual(['shownElsewhere']);
  });

  it('tells what is supported, and leaves out what another chapter shows', () => {
    const known = chapter(['A.get', 'shownElsewhere']);
    known.recorder.note('A.get', []);
    const { text } = checkChapter(known);
    expect(text).toContain(
      '| `A.get` | supported | a chapter of COVERAGE.md > tells what is supported, and leaves out what another chapter shows |\n',
    );
    expect(text).not.toContain('shownElsewhere');
  });

  it('takes what a test for UNIMPLEMENTED calls alone as refused', () => {
    const known = chapter(['A.get']);
    known.recorder.note('A.get', []);
    expect(checkChapter(known).text).toContain('| `A.get` | UNIMPLEMENTED |');
  });
});
