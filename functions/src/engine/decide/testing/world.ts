/** A job with its subject in memory, to which events happen one after another. */
import { type Job, jobSchema, type RequestAction } from '@docket/model/job';
import { summarise } from '@docket/model/job-summary';
import { type Pipeline, phaseCount } from '@docket/model/pipelines';
import type { ProcessingStatus } from '@docket/model/processing-status';
import type { Circumstances, Decision, Effect, JobEvent } from '../../events.ts';
import { readSettings } from '../../settings.ts';
import { decide } from '../decide.ts';

export const settings = readSettings({});
export const START = new Date('2026-01-01T00:00:00Z');
export const PHASES = phaseCount('document_processing');
export const JOB_ID = 'c-1';

/** `milliseconds` after the start. */
export const later = (milliseconds: number) => new Date(START.getTime() + milliseconds);

/** A start as a client writes it. */
export function freshJob(pipeline: Pipeline = 'document_processing', change: object = {}): Job {
  return jobSchema.parse({
    pipeline,
    subject: { type: 'collection', id: 'c' },
    input: { document_ids: ['d'] },
    run: 1,
    created_by: 'u',
    created_at: START,
    open: true,
    status: 'queued',
    ...change,
  });
}

export class World {
  job: Job;
  fields: Record<string, unknown> = {};
  now = START;
  effects: Effect[] = [];
  deleted = false;
  queuePaused = false;
  /** The summary of an earlier run, which the subject shows until this one is claimed. */
  earlier: ProcessingStatus | undefined;
  /** Told of every event after it has happened, with the job before it. */
  watch: (before: Job) => void = () => {};

  constructor(job: Job = freshJob()) {
    this.job = job;
  }

  circumstances(): Circumstances {
    const status = this.claimed() ? summarise(JOB_ID, this.job, this.now) : this.earlier;
    const subject = this.deleted ? null : { fields: this.fields, status };
    return { jobId: JOB_ID, now: this.now, random: 0.5, token: 't', subject, queuePaused: this.queuePaused };
  }

  claimed(): boolean {
    return this.job.execution.state !== 'unclaimed';
  }

  happen(event: JobEvent): Decision {
    const before = this.job;
    const decision = decide(before, event, this.circumstances(), settings);
    if (decision.type === 'apply') {
      this.job = decision.job;
      const { removed } = decision;
      const fields = Object.entries({ ...this.fields, ...decision.patch });
      this.fields = Object.fromEntries(fields.filter(([name]) => !removed.includes(name)));
    }
    this.effects = decision.type === 'apply' || decision.type === 'repeat' ? decision.effects : [];
    this.watch(before);
    return decision;
  }

  /** Lets `milliseconds` pass. */
  wait(milliseconds: number): this {
    this.now = new Date(this.now.getTime() + milliseconds);
    return this;
  }

  get fence(): number {
    return this.job.execution.state === 'unclaimed' ? 0 : this.job.execution.fence;
  }

  /** The kinds of the effects of the last event. */
  get todo(): string[] {
    return this.effects.map(({ type }) => type);
  }

  /** Claims if needed and brings the current phase to a worker. */
  start(): this {
    if (!this.claimed()) this.happen({ type: 'claim' });
    this.happen({ type: 'deliver', fence: this.fence, holder: 'w' });
    return this;
  }

  succeed(patch: Record<string, unknown> = {}): Decision {
    return this.happen({ type: 'succeed', fence: this.fence, patch });
  }

  ask(action: RequestAction): Decision {
    return this.happen({ type: 'request', action });
  }

  fail(permanent: boolean): Decision {
    const error = { code: 'internal', message: 'm', phase: 'p', details: 'd' } as const;
    return this.happen({ type: 'fail', fence: this.fence, error, permanent });
  }

  /** The phase stops because a service does not answer, which is asked again after `milliseconds`. */
  waitFor(milliseconds: number): Decision {
    const until = new Date(this.now.getTime() + milliseconds);
    return this.happen({ type: 'wait', fence: this.fence, service: 'cdn.example', until });
  }

  /** The phase puts the rest of its work off for `milliseconds`; null: it has only made room for others. */
  putOffFor(milliseconds: number | null): Decision {
    const until = milliseconds === null ? null : new Date(this.now.getTime() + milliseconds);
    return this.happen({ type: 'put_off', fence: this.fence, until });
  }

  /** Performs what the last event asks for and what follows from that, except for dispatches. */
  perform(): this {
    for (const effect of this.effects) {
      if (effect.type === 'clean') this.happen({ type: 'cleaned' });
      else if (effect.type === 'announce') this.happen({ type: 'announced', fence: effect.fence });
      else continue;
      this.perform();
    }
    return this;
  }
}
