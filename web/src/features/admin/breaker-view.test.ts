import type { Breaker } from '@docket/model/breaker';
import { describe, expect, it } from 'vitest';
import { troubled } from './breaker-view.ts';
import { at } from './testing/make.ts';

const HOUR = 3600;
const NOW = at(2 * HOUR);

const breaker = (id: string, change: Partial<Breaker> = {}) => ({
  id,
  path: `workspaces/w/breakers/${id}`,
  data: {
    service: { kind: 'image_host', name: `${id}.example` },
    state: 'closed',
    failures: [],
    last_error: null,
    opened_at: null,
    retry_at: null,
    openings: 0,
    probe_until: null,
    updated_at: at(0),
    ...change,
  } satisfies Breaker,
});

describe('services in trouble', () => {
  it('are none while those that failed have not done so for an hour', () => {
    expect(troubled([breaker('a'), breaker('b', { failures: [at(HOUR), at(HOUR - 5)] })], NOW)).toEqual([]);
  });

  it('are those that are left alone first, then those that are tried, then those that have failed lately', () => {
    const found = troubled(
      [
        breaker('once', { failures: [at(2 * HOUR - 9)] }),
        breaker('tried', { state: 'half_open' }),
        breaker('twice', { failures: [at(0), at(2 * HOUR - 9), at(2 * HOUR - 8)] }),
        breaker('open', { state: 'open', retry_at: at(9), last_error: '503' }),
      ],
      NOW,
    );
    expect(found.map(({ id, failures }) => [id, failures])).toEqual([
      ['open', 0],
      ['tried', 0],
      ['twice', 2],
      ['once', 1],
    ]);
    expect(found[0]).toMatchObject({ name: 'open.example', retryAt: at(9), lastError: '503' });
  });
});
