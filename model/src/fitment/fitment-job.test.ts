import { describe, expect, it } from 'vitest';
import { type ProcessingStatusName, processingStatusSchema } from '../processing-status.ts';
import { countDecisions } from './fitment-group.ts';
import { fitmentJobState } from './fitment-job.ts';
import { partIdOf, partText } from './part.ts';

const run = (status: ProcessingStatusName) => ({
  fitment_generation: processingStatusSchema.parse({
    status,
    task_id: 'j-fitment_generation-1',
    run: 1,
    started_at: new Date(0),
    completed_at: null,
    last_updated: new Date(0),
    current_phase: 'Scoring',
    progress: { phase: 4, total_phases: 5, percentage: 70, within: null },
    activity: { kind: 'working' },
    error: null,
  }),
});
const NOTHING = { pending: 0, approved: 0, rejected: 0 };

describe('the state of a fitment job', () => {
  it('is queued until its run has been taken on', () => {
    expect(fitmentJobState({ processing_status: {}, review: NOTHING })).toBe('queued');
  });

  it.each(['queued', 'processing', 'paused', 'failed', 'cancelled'] as const)(
    'is that of its run while that is %s, whatever is pending',
    (status) => {
      const job = { processing_status: run(status), review: { ...NOTHING, pending: 3 } };
      expect(fitmentJobState(job)).toBe(status);
    },
  );

  it('needs review while something is pending, and is completed then', () => {
    const state = (pending: number) =>
      fitmentJobState({ processing_status: run('completed'), review: { pending, approved: 4, rejected: 1 } });
    expect(state(1)).toBe('review_required');
    expect(state(0)).toBe('completed');
  });
});

describe('the count of decisions', () => {
  it('leaves as pending what nobody has decided on', () => {
    const groups = [
      { decisions: { a: 'approved', b: 'rejected' } },
      { decisions: { a: 'approved' } },
    ] as const;
    expect(countDecisions(5, groups)).toEqual({ pending: 2, approved: 2, rejected: 1 });
    expect(countDecisions(0, [])).toEqual(NOTHING);
  });
});

describe('a part', () => {
  const hash = (text: string) => Buffer.from(text).toString('hex').padEnd(64, '0');

  it('has one id, however its number is spelled', async () => {
    const id = await partIdOf('BP-1042 A', hash);
    expect(id).toMatch(/^part-[0-9a-f]{32}$/u);
    expect(await partIdOf('  bp-1042   a ', hash)).toBe(id);
    expect(await partIdOf('BP-1042B', hash)).not.toBe(id);
  });

  it('is read title first, notes after it', () => {
    const described = { description: 'Brake pads', texts: ['Front', ''], given: [] };
    expect(partText('part-1', described)).toEqual({
      part_id: 'part-1',
      description: 'Brake pads',
      texts: ['Brake pads', 'Front'],
      given: [],
    });
  });
});
