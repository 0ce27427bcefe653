/** "Generate Fitments" when workers die, a person cancels, phases fail, and time is up. */
import { paths, storagePaths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WORKSPACE } from './engine-bench.ts';
import { deathAt, type FitmentsBench, openFitmentsBench } from './fitments-bench.ts';

vi.setConfig({ testTimeout: 60_000 });

let fitments: FitmentsBench;

beforeEach(async () => {
  fitments = await openFitmentsBench();
});
afterEach(async () => await fitments.close());

/** Three portions, two of them full. */
const PARTS = Array.from({ length: 600 }, (_, index) => ({
  number: `BP-${index}`,
  description: `${1999 + (index % 10)}-2010 Ford F-150 brake pads ${index}`,
}));
const EXPECTED = PARTS.map(({ number }, index) => `${number}: Ford F-150 ${1999 + (index % 10)}–2010`);
const RESULTS = { parts: 600, fitments: 600, exceptions: 0, groups: 12 };
const PHASES = ['read_parts', 'understand', 'match', 'score', 'save'];

async function start(): Promise<string> {
  return await fitments.select('j', await fitments.addParts(PARTS));
}

async function expectWhole(run: string): Promise<void> {
  const { status, error } = await fitments.bench.job(run);
  expect({ status, error }).toEqual({ status: 'completed', error: null });
  expect((await fitments.record('j')).results).toEqual(RESULTS);
  expect(await fitments.fitments('j')).toEqual(EXPECTED);
  expect((await fitments.groups('j')).map(({ index }) => index)).toEqual(
    Array.from({ length: RESULTS.groups }, (_, index) => index),
  );
  expect(fitments.work()).toEqual([]);
}

describe('a worker that is lost', () => {
  it.each(PHASES)('in the middle of %s makes no difference', async (phase) => {
    const death = deathAt(fitments, (step) => step.phase === phase && step.done === 250);
    const run = await start();
    await death;
    await fitments.takeOver(run);
    await expectWhole(run);
    expect((await fitments.bench.job(run)).attempts.map(({ outcome }) => outcome)).toContain('lost');
  });

  it('after it has saved groups makes no difference, nor does what it tries later', async () => {
    const reached = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    fitments.onSaved = async (phase) => {
      if (phase !== 'save') return;
      fitments.onSaved = async () => {};
      reached.resolve();
      await go.promise;
    };
    const run = await start();
    const dead = [...fitments.bench.queue.running];
    await reached.promise;
    await fitments.takeOver(run);
    await expectWhole(run);
    go.resolve();
    await Promise.all(dead);
    expect(await fitments.groups('j')).toHaveLength(RESULTS.groups);
    await expectWhole(run);
  });
});

describe('thousands of parts', () => {
  it('take several dispatches, none of which counts as a try that failed', async () => {
    // Each look at the clock is more than a time slice later.
    let looks = 0;
    fitments.elapsed = () => {
      looks += 1;
      return looks * 16_000;
    };
    const run = await start();
    await fitments.bench.queue.idle();
    await expectWhole(run);
    const { attempts } = await fitments.bench.job(run);
    const outcomes = attempts.map(({ phase, attempt, outcome }) => `${phase}.${attempt} ${outcome}`);
    expect(outcomes).toEqual(
      [1, 2, 3, 4, 5].flatMap((phase) => [`${phase}.1 waited`, `${phase}.1 succeeded`]),
    );
  });
});

describe('more than two thousand parts', () => {
  it('are never worked on in one function call', async () => {
    const parts = Array.from({ length: 2_100 }, (_, index) => ({ number: `BP-${index}` }));
    const run = await fitments.select('j', await fitments.addParts(parts));
    await fitments.bench.queue.idle();
    const { status, attempts } = await fitments.bench.job(run);
    expect(status).toBe('completed');
    expect(attempts.map(({ phase, outcome }) => `${phase} ${outcome}`)).toEqual([
      '1 succeeded',
      ...[2, 3, 4, 5].flatMap((phase) => [`${phase} waited`, `${phase} succeeded`]),
    ]);
    expect((await fitments.record('j')).results).toMatchObject({ parts: 2_100, exceptions: 2_100 });
  });
});

describe('a cancel', () => {
  it.each(PHASES)('in the middle of %s leaves nothing behind', async (phase) => {
    const death = deathAt(fitments, (step) => step.phase === phase && step.done === 500);
    const run = await start();
    await death;
    const partial = (await fitments.groups('j')).length;
    expect(partial > 0).toBe(phase === 'save');
    await fitments.bench.ask(run, 'cancel');
    await fitments.bench.queue.idle();
    expect((await fitments.bench.job(run)).status).toBe('cancelled');
    expect(await fitments.groups('j')).toEqual([]);
    expect(fitments.work()).toEqual([]);
    expect((await fitments.record('j')).results).toBeNull();
  });
});

describe('a cancel that is over before the worker hears of it', () => {
  it('leaves nothing behind of what that one goes on with', async () => {
    const { promise: cancelled, resolve } = Promise.withResolvers<void>();
    const told: number[] = [];
    fitments.diesAt = ({ phase, done }) => {
      if (phase === 'save') told.push(done);
      return false;
    };
    fitments.onSaved = async (phase) => {
      if (phase !== 'save') return;
      fitments.onSaved = async () => {};
      await fitments.bench.ask(run, 'cancel');
      resolve();
    };
    const run = await start();
    await cancelled;
    await fitments.bench.queue.idle();
    expect((await fitments.bench.job(run)).status).toBe('cancelled');
    expect(await fitments.groups('j')).toEqual([]);
    expect(fitments.work()).toEqual([]);
    expect(told).toEqual([0]);
  });
});

describe('a failure', () => {
  it('can be retried, and goes on with what is there', async () => {
    fitments.onSaved = async (phase) => {
      if (phase === 'save') throw new Error('The database is full');
    };
    const run = await start();
    await fitments.bench.queue.idle();
    expect((await fitments.bench.job(run)).status).toBe('failed');
    expect((await fitments.record('j')).results).toBeNull();
    fitments.onSaved = async () => {};
    await fitments.bench.ask(run, 'retry');
    await fitments.bench.queue.idle();
    await expectWhole(run);
  });

  it('can be retried when what phases have handed over is gone', async () => {
    fitments.diesAt = ({ phase, done }) => {
      if (phase === 'save' && done === 250) throw new Error('The network is down');
      return false;
    };
    const run = await start();
    await fitments.bench.queue.idle();
    expect((await fitments.bench.job(run)).status).toBe('failed');
    for (const name of fitments.work()) fitments.storage.objects.delete(name);
    fitments.diesAt = () => false;
    await fitments.bench.ask(run, 'retry');
    await fitments.bench.queue.idle();
    await expectWhole(run);
  });

  it('leaves no more groups than are found in the end', async () => {
    fitments.diesAt = ({ phase, done }) => {
      if (phase === 'save' && done === 600) throw new Error('The network is down');
      return false;
    };
    const run = await start();
    await fitments.bench.queue.idle();
    expect(await fitments.groups('j')).toHaveLength(RESULTS.groups);
    for (const name of fitments.work()) fitments.storage.objects.delete(name);
    const batch = fitments.db.batch();
    for (const id of (await fitments.db.collection(paths.parts(WORKSPACE)).listDocuments()).slice(0, 200))
      batch.delete(id);
    await batch.commit();
    fitments.diesAt = () => false;
    await fitments.bench.ask(run, 'retry');
    await fitments.bench.queue.idle();
    const { results } = await fitments.record('j');
    expect(results).toMatchObject({ parts: 400, fitments: 400 });
    expect(await fitments.groups('j')).toHaveLength(results?.groups ?? 0);
  });
});

describe('a job that is deleted while it runs', () => {
  it('ends, and nothing of it is left', async () => {
    const death = deathAt(fitments, (step) => step.phase === 'save' && step.done === 250);
    const run = await start();
    await death;
    const path = storagePaths.fitmentJobFile(WORKSPACE, 'j', 'parts.csv');
    fitments.storage.objects.set(path, 'x');
    await fitments.db.doc(paths.fitmentJob(WORKSPACE, 'j')).delete();
    await fitments.bench.engine.subjectDeleted(WORKSPACE, 'j');
    await fitments.bench.queue.idle();
    expect(await fitments.bench.job(run)).toMatchObject({ error: { code: 'subject_missing' } });
    expect(await fitments.groups('j')).toEqual([]);
    expect([...fitments.storage.objects.keys()]).toEqual([]);
  });
});
