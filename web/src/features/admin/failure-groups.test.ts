import { errorMessage } from '@docket/model/errors';
import type { Job } from '@docket/model/job';
import { describe, expect, it } from 'vitest';
import { failureGroups, isRetryAsked } from './failure-groups.ts';
import { at, failedImage, job, ofImages, wish } from './testing/make.ts';

const failedRun = (id: string, seconds: number, change: Partial<Job> = {}) =>
  job(id, {
    status: 'failed',
    open: false,
    needs_attention: true,
    attempt: 3,
    completed_at: at(seconds),
    error: { code: 'file_corrupt', message: `corrupt ${id}`, phase: 'Reading', details: 'x' },
    ...change,
  });

describe('failures by cause', () => {
  it('put runs and images that failed of the same together, the most frequent cause first', () => {
    const images = [failedImage('i', 'file_corrupt', 20), failedImage('h', 'host_unavailable', 90)];
    const groups = failureGroups([failedRun('a', 30), failedRun('b', 10)], images, [], []);
    expect(groups.map(({ code, runs, images: count }) => [code, runs, count])).toEqual([
      ['file_corrupt', 2, 1],
      ['host_unavailable', 0, 1],
    ]);
    const [corrupt] = groups;
    expect(corrupt).toMatchObject({
      message: errorMessage('file_corrupt'),
      latest: at(30),
      pipelines: ['document_processing', 'image_processing'],
    });
    expect(corrupt?.failures.map(({ id }) => id)).toEqual(['a', 'i', 'b']);
  });

  it('tell what could not be fetched from what could not be processed', () => {
    const url = { source: { kind: 'url', url: 'https://a.example/i.jpg' } } as const;
    const images = [
      failedImage('a', 'host_unavailable', 1, { ...url, storage_path: null, token: null }),
      failedImage('b', 'host_unavailable', 1, url),
    ];
    const [group] = failureGroups([], images, [], []);
    expect(group?.failures.map(({ pipeline }) => pipeline)).toEqual(['image_import', 'image_processing']);
  });

  it('leave out runs that somebody has retried or dismissed just now', () => {
    const runs = [failedRun('a', 1), failedRun('b', 1), failedRun('c', 1)];
    const [group] = failureGroups(runs, [], [], [wish('a', 'retry'), wish('b', 'dismiss')]);
    expect(group?.failures.map(({ id }) => id)).toEqual(['c']);
  });

  it('leave out images that a batch has taken up since, but not those that fail within one', () => {
    const images = [failedImage('i0', 'file_corrupt', 20)];
    const batch = (change: Partial<Job>) => [job('b', { ...ofImages(1), ...change })];
    expect(failureGroups([], images, batch({ created_at: at(30) }), [])).toEqual([]);
    expect(failureGroups([], images, batch({ started_at: at(10) }), [])).toHaveLength(1);
    expect(failureGroups([], images, batch({ started_at: at(40) }), [])).toEqual([]);
    expect(failureGroups([], images, batch({ started_at: at(40), status: 'completed' }), [])).toHaveLength(1);
  });

  it('have a word for what has failed without saying why', () => {
    const [group] = failureGroups(
      [failedRun('a', 1, { error: null })],
      [failedImage('i', 'file_corrupt', 1, { processing_error: null })],
      [],
      [],
    );
    expect(group).toMatchObject({ code: 'internal', runs: 1, images: 1 });
  });
});

describe('a request to retry all', () => {
  const asked = (cause: 'file_corrupt' | null) =>
    ({ action: 'retry_all_failed', cause, by: 'u', at: at(1) }) as const;

  it('covers its cause, or every one', () => {
    expect(isRetryAsked([asked('file_corrupt')], 'file_corrupt')).toBe(true);
    expect(isRetryAsked([asked('file_corrupt')], 'internal')).toBe(false);
    expect(isRetryAsked([asked('file_corrupt')], null)).toBe(false);
    expect(isRetryAsked([asked(null)], 'internal')).toBe(true);
    expect(isRetryAsked([{ action: 'preview_backfill', by: 'u', at: at(1) }], null)).toBe(false);
  });
});
