/**
 * The function triggers that the functions emulator has registered. Ids end in a generation (`…-0`): re-enabling all
 * triggers registers them anew with the next generation, and the older ids are dead from then on.
 */
import { z } from 'zod';
import { invalidArgument } from '../status.ts';
import type { DocumentChange } from '../store/document.ts';
import { compilePattern, type PathMatcher } from './document-pattern.ts';

/** What has to happen to a document. */
export type Occurrence = 'created' | 'updated' | 'deleted' | 'written';

export interface Trigger {
  readonly id: string;
  /** CloudEvents over HTTP (second generation of functions), or the older JSON context. */
  readonly generation: 'v1' | 'v2';
  readonly eventType: string;
  readonly occurrence: Occurrence;
  readonly withAuthContext: boolean;
  readonly project: string;
  /** The id of the database, e.g. `(default)`. */
  readonly database: string;
  readonly matches: PathMatcher;
}

const eventarcSchema = z.object({
  eventType: z.string(),
  database: z.string().default('(default)'),
  document: z.object({ value: z.string() }).optional(),
});
const legacySchema = z.object({
  eventTrigger: z.object({ eventType: z.string(), resource: z.string() }),
});
const eventarcType =
  /^google\.cloud\.firestore\.document\.v1\.(created|updated|deleted|written)(\.withAuthContext)?$/;
const legacyType = /^providers\/cloud\.firestore\/eventTypes\/document\.(create|update|delete|write)$/;
const legacyResource = /^projects\/[^/]+\/databases\/([^/]+)\/documents\/(.+)$/;
const generationSuffix = /-\d+$/;

const legacyOccurrences: Readonly<Record<string, Occurrence>> = {
  create: 'created',
  update: 'updated',
  delete: 'deleted',
  write: 'written',
};

/** Reads the registration of a second-generation trigger. Throws INVALID_ARGUMENT for what is none. */
export function readEventarcTrigger(project: string, id: string, body: unknown): Trigger {
  const parsed = eventarcSchema.safeParse(body);
  const [, occurrence, suffix] = eventarcType.exec(parsed.data?.eventType ?? '') ?? [];
  if (!parsed.success || !isOccurrence(occurrence)) {
    throw invalidArgument(`Not a Firestore trigger: ${JSON.stringify(body)}`);
  }
  return {
    id,
    generation: 'v2',
    eventType: parsed.data.eventType,
    occurrence,
    withAuthContext: suffix !== undefined,
    project,
    database: parsed.data.database,
    matches: compilePattern(parsed.data.document?.value ?? '{document=**}'),
  };
}

/** Reads the registration of a first-generation trigger. Throws INVALID_ARGUMENT for what is none. */
export function readLegacyTrigger(project: string, id: string, body: unknown): Trigger {
  const parsed = legacySchema.safeParse(body);
  const [, verb = ''] = legacyType.exec(parsed.data?.eventTrigger.eventType ?? '') ?? [];
  const [, database, pattern] = legacyResource.exec(parsed.data?.eventTrigger.resource ?? '') ?? [];
  const occurrence = legacyOccurrences[verb];
  if (!parsed.success || !occurrence || !database || !pattern) {
    throw invalidArgument(`Not a Firestore trigger: ${JSON.stringify(body)}`);
  }
  const { eventType } = parsed.data.eventTrigger;
  const matches = compilePattern(pattern);
  return {
    id,
    generation: 'v1',
    eventType,
    occurrence,
    withAuthContext: false,
    project,
    database,
    matches,
  };
}

export class TriggerRegistry {
  readonly #triggers = new Map<string, Trigger>();

  /** Adds a trigger in place of the same one, of whatever generation. */
  register(trigger: Trigger): void {
    this.#triggers.set(`${trigger.project}/${trigger.id.replace(generationSuffix, '')}`, trigger);
  }

  /** The triggers that a change sets off. */
  triggeredBy(project: string, database: string, change: DocumentChange): Trigger[] {
    return [...this.#triggers.values()].filter(
      (trigger) =>
        trigger.project === project &&
        trigger.database === database &&
        occurs(trigger.occurrence, change) &&
        trigger.matches(change.segments),
    );
  }
}

function occurs(occurrence: Occurrence, { before, after }: DocumentChange): boolean {
  switch (occurrence) {
    case 'created':
      return !before && after !== undefined;
    case 'updated':
      return before !== undefined && after !== undefined;
    case 'deleted':
      return !after;
    case 'written':
      return true;
  }
}

function isOccurrence(text: string | undefined): text is Occurrence {
  return text === 'created' || text === 'updated' || text === 'deleted' || text === 'written';
}
