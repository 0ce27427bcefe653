import { describe, expect, it } from 'vitest';
import { queueView } from './queue-view.ts';
import { at, job, ofImages, working } from './testing/make.ts';
import {
  backfillSentence,
  figuresProblem,
  minuteSentence,
  queueSentence,
  retryMeans,
  rowAge,
  rowDetail,
  runsAndImages,
  subjectLabel,
} from './words.ts';

const view = (...jobs: Parameters<typeof queueView>[0]) => queueView(jobs, [], []);
const row = (...jobs: Parameters<typeof queueView>[0]) => {
  const [first] = view(...jobs).rows;
  if (first === undefined) throw new Error('no row');
  return first;
};

describe('what is said of the queue', () => {
  it('is one sentence, with right numbers', () => {
    expect(queueSentence(view(), false)).toBe('There is nothing to do.');
    expect(queueSentence(view(job('a')), false)).toBe('Nothing is under way, 1 waits.');
    expect(queueSentence(view(working('a', 1)), false)).toBe('1 run under way.');
    expect(queueSentence(view(working('a', 1), working('b', 1), job('c'), job('d')), false)).toBe(
      '2 runs under way, 2 wait.',
    );
    expect(queueSentence(view(job('a', { status: 'paused' })), false)).toBe('There is nothing to do.');
  });

  it('tells what a pause holds up', () => {
    expect(queueSentence(view(), true)).toBe('Nothing waits.');
    expect(queueSentence(view(working('a', 1), job('b')), true)).toBe(
      '1 run still under way. 1 waits until it is resumed.',
    );
  });
});

describe('what is said of a run', () => {
  it('names its subject', () => {
    const name = () => 'Harbour';
    expect(subjectLabel({ subject: { type: 'collection', id: 'c' }, images: null }, name)).toBe('Harbour');
    expect(subjectLabel({ subject: { type: 'image_batch', id: 'b' }, images: 1 }, name)).toBe('1 image');
    expect(subjectLabel({ subject: { type: 'backfill', id: 'b' }, images: null }, name)).toBe('All images');
  });

  it('says where it is and what it waits for', () => {
    const now = at(10);
    expect(rowDetail(row(job('a')), now)).toBe('Phase 1 of 6: Extracting images from documents');
    expect(rowDetail(row(job('a', { activity: { kind: 'held' } })), now)).toBe(
      'Phase 1 of 6: Extracting images from documents. Begins when the queue is resumed.',
    );
    expect(rowDetail(row(job('a', { status: 'processing', phase: 2 })), now)).toMatch(
      /Waits for a free worker\.$/u,
    );
    const waiting = { kind: 'waiting', service: 'a.example', until: at(40) } as const;
    expect(rowDetail(row(job('a', { ...ofImages(2), activity: waiting })), now)).toBe(
      'Phase 1 of 1: Making thumbnails and variants. a.example does not answer. It is asked again in 30s.',
    );
  });

  it('says how long', () => {
    expect(rowAge(row(working('a', 5)), at(135))).toBe('2m 10s in this phase');
    expect(rowAge(row(job('a')), at(9))).toBe('waits for 8s');
    expect(rowAge(row(job('a', { status: 'paused', paused_at: at(4) })), at(9))).toBe('paused for 5s');
  });
});

describe('numbers in sentences', () => {
  it('are formatted, and singular where they are one', () => {
    expect(runsAndImages({ runs: 3, images: 1200 })).toBe('3 runs and 1,200 images');
    expect(runsAndImages({ runs: 0, images: 1 })).toBe('1 image');
    expect(minuteSentence({ images: 34, runs: 1, failed: 0 })).toBe('34 images, 1 run completed, 0 failed');
    expect(retryMeans({ runs: 1, images: 0 })).toMatch(/^1 run goes on at the phase that failed/u);
    expect(retryMeans({ runs: 0, images: 50 })).toBe('50 images are queued again.');
  });
});

describe('why figures are not to be had', () => {
  it('tells queues that do not answer from a function that does not', () => {
    expect(figuresProblem({ code: 'functions/unavailable' })).toMatch(/^The queues do not say/u);
    expect(figuresProblem({ code: 'functions/internal' })).toMatch(/^The function/u);
    expect(figuresProblem({ code: 'functions/permission-denied' })).toContain('Ask an owner');
    expect(figuresProblem(new Error('stack'))).not.toContain('stack');
  });
});

describe('what is said of the backfill', () => {
  it('tells who began it, and where it stands', () => {
    const base = { asked: null, preview: null, progress: null, byItself: false, startedAt: null } as const;
    expect(backfillSentence({ ...base, stage: 'unknown' })).toMatch(/^Nobody has looked/u);
    const began = {
      ...base,
      stage: 'making',
      byItself: true,
      startedAt: new Date(2026, 10, 26, 9, 12),
    } as const;
    expect(backfillSentence(began)).toBe(
      'It began by itself after the deployment, 26 Nov 2026, 09:12. Its batches are under way.',
    );
    expect(backfillSentence({ ...began, asked: 'start' })).toBe('It was asked to begin.');
  });
});
