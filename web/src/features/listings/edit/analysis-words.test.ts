import type { Suggestion } from '@docket/model/listing/suggestions';
import { describe, expect, it } from 'vitest';
import { analysisSentence, announcedSentence, insteadSentence, isNews } from './analysis-words.ts';

const some: Suggestion = {
  field: 'title',
  value: 'Drill',
  confidence: 0.8,
  source: 'text',
  reason: 'Printed.',
};
const running = { kind: 'running', sentence: 'Reading text…' } as const;

describe('what the form says of the analysis', () => {
  it('leaves no doubt that one can go on', () => {
    expect(analysisSentence(running, 0, 0, true)).toBe('Reading text… You can fill in the form meanwhile.');
    expect(analysisSentence({ kind: 'failed', message: 'It broke.' }, 0, 0, true)).toBe(
      'It broke. You can fill in the form without suggestions.',
    );
    expect(analysisSentence({ kind: 'no_photos' }, 0, 0, true)).toBe('Add photos to get suggestions.');
  });

  it('counts what is highlighted, and says when nothing was found', () => {
    expect(analysisSentence(running, 1, 2, true)).toBe('Reading text… 1 suggestion so far.');
    expect(analysisSentence({ kind: 'done' }, 5, 6, true)).toMatch(/^5 suggestions, highlighted/u);
    expect(analysisSentence({ kind: 'done' }, 0, 0, true)).toMatch(/^Nothing to suggest/u);
  });

  it('speaks of what is highlighted also when the photos have gone or changed', () => {
    expect(analysisSentence({ kind: 'no_photos' }, 2, 2, true)).toBe('2 suggestions, highlighted below.');
    expect(analysisSentence({ kind: 'outdated', sentence: 'Photos have changed.' }, 2, 2, true)).toBe(
      'Photos have changed. 2 suggestions, highlighted below.',
    );
  });

  it('tells who may only look what there is, and not what to do', () => {
    expect(analysisSentence(running, 0, 0, false)).toBe('Reading text…');
    expect(analysisSentence({ kind: 'failed', message: 'It broke.' }, 0, 0, false)).toBe('It broke.');
    expect(analysisSentence({ kind: 'done' }, 0, 0, false)).toBe(
      'Nothing to suggest was found in the photos.',
    );
    expect(analysisSentence({ kind: 'no_photos' }, 0, 0, false)).toBeNull();
  });

  it('falls silent when all is dealt with', () => {
    expect(analysisSentence({ kind: 'done' }, 0, 6, true)).toBeNull();
  });
});

describe('photos that a service has not looked at', () => {
  it('are said to have been looked at without it, once they have been', () => {
    expect(insteadSentence({ kind: 'done' }, 'vision')).toMatch(
      /^Google Cloud Vision did not answer: the photos were looked at without it\./u,
    );
    expect(insteadSentence(running, 'vision')).toBeNull();
    expect(insteadSentence({ kind: 'no_photos' }, 'vision')).toBeNull();
  });

  it('are nothing to speak of when no service was missing', () => {
    expect(insteadSentence({ kind: 'done' }, null)).toBeNull();
  });
});

describe('what is read out', () => {
  it('is silent while suggestions arrive, and the same however many there are at the end', () => {
    expect(announcedSentence(running, [some])).toBe('');
    expect(announcedSentence({ kind: 'done' }, [some])).toBe(
      announcedSentence({ kind: 'done' }, [some, some]),
    );
    expect(announcedSentence({ kind: 'done' }, [])).toMatch(/Nothing is suggested/u);
  });
});

describe('what the form of an item that is saved says of the analysis', () => {
  it('is only what there is to wait for or to do', () => {
    expect(isNews(running)).toBe(true);
    expect(isNews({ kind: 'failed', message: 'It broke.' })).toBe(true);
    expect(isNews({ kind: 'done' })).toBe(false);
    expect(isNews({ kind: 'no_photos' })).toBe(false);
  });
});
