/** Cloud Tasks, through the Admin SDK's task queues: the same call in production and on the local stack. */
import type { Weight } from '@docket/model/pipelines';
import { type PhaseTask, TASK_FUNCTIONS, taskId } from '@docket/model/task';
import type { Functions } from 'firebase-admin/functions';
import type { TaskQueue } from '../engine/ports.ts';

/** Seconds that a task function may take; the dispatch deadline must agree with it. */
export const TASK_TIMEOUT_SECONDS = 540;

export class CloudTaskQueue implements TaskQueue {
  readonly #functions: Functions;
  readonly #region: string;

  /** `region`: where the queues are, which is where the functions are. */
  constructor(functions: Functions, region: string) {
    this.#functions = functions;
    this.#region = region;
  }

  async enqueue(weight: Weight, task: PhaseTask, notBefore: Date | null): Promise<void> {
    try {
      const queue = `locations/${this.#region}/functions/${TASK_FUNCTIONS[weight]}`;
      await this.#functions.taskQueue(queue).enqueue(task, {
        id: taskId(task),
        dispatchDeadlineSeconds: TASK_TIMEOUT_SECONDS,
        ...(notBefore === null ? {} : { scheduleTime: notBefore }),
      });
    } catch (error) {
      if (!isAlreadyExists(error)) throw error;
    }
  }
}

/** A task id that the queue has seen: the dispatch is enqueued, which is what was asked. */
function isAlreadyExists(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'functions/task-already-exists';
}
