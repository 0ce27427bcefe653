import { jobSchema } from '@docket/model/job';
import { NO_STATS } from '@docket/model/pipeline-stats';
import { describe, expect, it } from 'vitest';
import { figuresOfJobs, figuresOfStats } from './figures.ts';

const job = (pipeline: string, run: number, status: string) => ({
  id: `c-${pipeline}-${run}`,
  path: '',
  data: jobSchema.parse({
    pipeline,
    subject: { type: 'collection', id: 'c' },
    input: { document_ids: [] },
    run,
    created_by: 'u',
    created_at: new Date(0),
    status,
    open: false,
  }),
});

describe('the figures of a pipeline', () => {
  it('are kept apart for each that has run, in the order of the work', () => {
    const found = figuresOfJobs([
      job('deck_generation', 1, 'completed'),
      job('document_processing', 1, 'completed'),
      job('document_processing', 2, 'failed'),
    ]);
    expect(found.map(({ pipeline, figures }) => [pipeline, figures.runs, figures.success_rate])).toEqual([
      ['document_processing', 2, 0.5],
      ['deck_generation', 1, 1],
    ]);
  });

  it('come from the statistics of a workspace, cancelled runs counting neither for nor against', () => {
    const stats = {
      completed: 3,
      failed: 1,
      cancelled: 2,
      run_ms: [1000, 3000],
      minutes: [],
      phase_ms: { collect_items: [500] },
    };
    const figures = figuresOfStats('deck_generation', stats);
    expect(figures).toMatchObject({ runs: 6, success_rate: 0.75, run: { p50: 2000, p95: 2900 } });
    expect(figures.phases.map(({ p50, failures }) => [p50, failures])).toEqual([
      [500, null],
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  it('say nothing where there was nothing', () => {
    expect(figuresOfStats('item_generation', NO_STATS)).toMatchObject({
      runs: 0,
      success_rate: null,
      run: { p50: null, p95: null },
    });
  });
});
