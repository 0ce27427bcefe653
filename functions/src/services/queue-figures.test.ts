/** The figures of the queues, from a stand-in for each of the two who know them. */
import { createServer, type Server } from 'node:http';
import { queueFiguresSchema } from '@docket/model/queue';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CloudTasksFigures, EmulatorFigures } from './queue-figures.ts';

describe('Cloud Tasks', () => {
  const figuresOf = (answer: (name: string) => unknown) => {
    const asked: unknown[] = [];
    const reader = {
      getQueue: async (request: { name: string }) => {
        asked.push(request);
        return answer(request.name);
      },
    };
    const source = new CloudTasksFigures('us-central1', async () => ({ reader, project: 'docket' }));
    return { asked, source };
  };
  const stats = {
    tasksCount: '12',
    concurrentDispatchesCount: { low: 3, high: 0, toString: () => '3' },
    executedLastMinuteCount: 40,
    effectiveExecutionRate: 500,
    oldestEstimatedArrivalTime: { seconds: '1767254400', nanos: 5 },
  };

  it('is asked for the statistics of each queue', async () => {
    const { asked, source } = figuresOf(() => ({ stats }));
    await source.read();
    const readMask = { paths: ['name', 'stats'] };
    expect(asked).toEqual([
      { name: 'projects/docket/locations/us-central1/queues/runDocumentsPhase', readMask },
      { name: 'projects/docket/locations/us-central1/queues/runImagesPhase', readMask },
    ]);
  });

  it('gives numbers in any form of 64 bits, and when the oldest task was to start', async () => {
    const { source } = figuresOf((name) =>
      name.endsWith('runImagesPhase')
        ? { stats }
        : { stats: { ...stats, tasksCount: 0, oldestEstimatedArrivalTime: null } },
    );
    const figures = queueFiguresSchema.parse(await source.read());
    const counted = { running: 3, last_minute: 40 };
    expect(figures).toEqual({
      source: 'cloud_tasks',
      figures: [
        { weight: 'documents', waiting: 0, oldest_at: null, ...counted },
        { weight: 'images', waiting: 12, oldest_at: '2026-01-01T08:00:00.000Z', ...counted },
      ],
    });
  });

  it.each([
    ['no statistics', { name: 'q' }],
    ['statistics without numbers', { stats: { ...stats, tasksCount: 'many' } }],
    ['nothing', undefined],
  ])('is not believed when it answers %s', async (_what, answer) => {
    await expect(figuresOf(() => answer).source.read()).rejects.toThrow('another form than expected');
  });
});

describe('the emulator', () => {
  let server: Server;
  let source: EmulatorFigures;
  let answer: { status: number; body: unknown };

  beforeEach(async () => {
    answer = { status: 200, body: {} };
    server = createServer((request, response) => {
      const isAsked = request.method === 'GET' && request.url === '/queueStats';
      response.writeHead(isAsked ? answer.status : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port');
    source = new EmulatorFigures(`127.0.0.1:${address.port}`);
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const queue = {
    numberOfTasks: 7,
    tasksAdded: 1.4,
    completedLastMin: 30,
    failedTasks: 0,
    runningTasks: 2,
    maxRate: 500,
    maxConcurrent: 2,
  };

  it('says how many tasks wait, but not how many run', async () => {
    answer.body = {
      'queue:demo-docket-us-central1-runDocumentsPhase': { ...queue, numberOfTasks: 0 },
      'queue:demo-docket-us-central1-runImagesPhase': queue,
    };
    const figures = queueFiguresSchema.parse(await source.read());
    const unknown = { running: null, oldest_at: null };
    expect(figures).toEqual({
      source: 'emulator',
      figures: [
        { weight: 'documents', waiting: 0, last_minute: 30, ...unknown },
        { weight: 'images', waiting: 7, last_minute: 30, ...unknown },
      ],
    });
  });

  it('is not believed when it lacks a queue, fails, or speaks of something else', async () => {
    answer.body = { 'queue:demo-docket-us-central1-runImagesPhase': queue };
    await expect(source.read()).rejects.toThrow('no queue runDocumentsPhase');
    answer = { status: 500, body: {} };
    await expect(source.read()).rejects.toThrow('status 500');
    answer = { status: 200, body: { 'queue:x-runImagesPhase': { tasks: 3 } } };
    await expect(source.read()).rejects.toThrow('another form than expected');
  });
});
