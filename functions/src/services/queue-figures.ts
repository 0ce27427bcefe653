/** How full the queues of Cloud Tasks are: from Cloud Tasks itself, or from the emulator of the local stack. */
import { WEIGHTS, type Weight } from '@docket/model/pipelines';
import type { QueueFigure, QueueFigures } from '@docket/model/queue';
import { TASK_FUNCTIONS } from '@docket/model/task';
import { z } from 'zod';

/** Whoever knows the figures. */
export interface QueueFiguresSource {
  /** Throws an error with a technical line when they are not to be had, or make no sense. */
  read(): Promise<QueueFigures>;
}

/** The part of the client of Cloud Tasks that is used. */
export interface QueueReader {
  /** The queue with the full resource name `name`, with the fields that `readMask` asks for. */
  getQueue(request: { name: string; readMask: { paths: string[] } }): Promise<unknown>;
}

/** A client with the id of the project whose queues it reads. */
interface OpenReader {
  reader: QueueReader;
  project: string;
}

/** A 64-bit number, as protobuf libraries may give it. */
const count = z
  .union([z.number(), z.string().regex(/^\d+$/u), z.custom<{ toString(): string }>(isLong)])
  .transform((value) => Number(value.toString()))
  .pipe(z.number().int().nonnegative());

function isLong(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'low' in value && 'high' in value;
}

const queueSchema = z.object({
  stats: z.object({
    tasksCount: count,
    concurrentDispatchesCount: count,
    executedLastMinuteCount: count,
    oldestEstimatedArrivalTime: z
      .object({ seconds: count, nanos: z.number().nullish() })
      .transform(({ seconds }) => new Date(seconds * 1000).toISOString())
      .nullish(),
  }),
});

/** Asks Cloud Tasks, whose figures are estimates. */
export class CloudTasksFigures implements QueueFiguresSource {
  readonly #location: string;
  readonly #open: () => Promise<OpenReader>;
  #reader: OpenReader | undefined;

  /** `open` is called with the first question. `location` is the region of the queues. */
  constructor(location: string, open: () => Promise<OpenReader>) {
    this.#location = location;
    this.#open = open;
  }

  async read(): Promise<QueueFigures> {
    this.#reader ??= await this.#open();
    const { reader, project } = this.#reader;
    const figures = WEIGHTS.map(async (weight): Promise<QueueFigure> => {
      const name = `projects/${project}/locations/${this.#location}/queues/${TASK_FUNCTIONS[weight]}`;
      const { stats } = parsed(
        queueSchema,
        await reader.getQueue({ name, readMask: { paths: ['name', 'stats'] } }),
      );
      return {
        weight,
        waiting: stats.tasksCount,
        running: stats.concurrentDispatchesCount,
        last_minute: stats.executedLastMinuteCount,
        oldest_at: stats.oldestEstimatedArrivalTime ?? null,
      };
    });
    return { source: 'cloud_tasks', figures: await Promise.all(figures) };
  }
}

/** The client library of Cloud Tasks, loaded now: hardly any instance needs it. It finds the project by itself. */
export async function cloudTasksReader(): Promise<OpenReader> {
  const { v2beta3 } = await import('@google-cloud/tasks');
  // Only this version says how full a queue is.
  const client = new v2beta3.CloudTasksClient();
  const getQueue: QueueReader['getQueue'] = async (request) => (await client.getQueue(request))[0];
  return { reader: { getQueue }, project: await client.getProjectId() };
}

const emulatorSchema = z.record(
  z.string(),
  z.object({
    numberOfTasks: z.number().int().nonnegative(),
    completedLastMin: z.number().int().nonnegative(),
  }),
);

/** How long the emulator may take to answer, in milliseconds. */
const TIMEOUT_MS = 5_000;

/** Asks the emulator at `host` (`127.0.0.1:9499`). It says of those that run only how many might. */
export class EmulatorFigures implements QueueFiguresSource {
  readonly #host: string;

  constructor(host: string) {
    this.#host = host;
  }

  async read(): Promise<QueueFigures> {
    const response = await fetch(`http://${this.#host}/queueStats`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`The emulator of Cloud Tasks answered with status ${response.status}.`);
    const queues = parsed(emulatorSchema, await response.json());
    const figures = WEIGHTS.map((weight): QueueFigure => {
      const { numberOfTasks, completedLastMin } = queueOf(queues, weight);
      return {
        weight,
        waiting: numberOfTasks,
        running: null,
        last_minute: completedLastMin,
        oldest_at: null,
      };
    });
    return { source: 'emulator', figures };
  }
}

/** Keys are made of project, region and function. */
function queueOf(queues: z.infer<typeof emulatorSchema>, weight: Weight) {
  const found = Object.entries(queues).find(([key]) => key.endsWith(`-${TASK_FUNCTIONS[weight]}`));
  if (found === undefined) throw new Error(`The emulator has no queue ${TASK_FUNCTIONS[weight]}.`);
  return found[1];
}

function parsed<T>(schema: z.ZodType<T>, answer: unknown): T {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  throw new Error(`The queue's figures have another form than expected: ${z.prettifyError(result.error)}`);
}
