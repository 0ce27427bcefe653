/** A function's wish to hear of documents, as the functions emulator registers it. */
import { z } from 'zod';
import { invalidArgument } from '../status.ts';
import { compilePattern, type PathMatcher } from './document-pattern.ts';

/** What has to happen to a document. */
export type Occurrence = 'created' | 'updated' | 'deleted' | 'written';

/** How a trigger was registered: all that is needed to register it again. */
export interface Registration {
  /** CloudEvents over HTTP (second generation of functions), or the older JSON context. */
  readonly generation: 'v1' | 'v2';
  readonly project: string;
  /** Ends in a number (`…-0`) that grows each time when all triggers are registered anew. */
  readonly id: string;
  readonly body: unknown;
}

export interface Trigger {
  readonly registration: Registration;
  /** Names the trigger in its project, whatever number its id ends in. */
  readonly key: string;
  /** The region and name of the function, e.g. `us-central1-resize`. */
  readonly functionName: string;
  readonly eventType: string;
  readonly occurrence: Occurrence;
  readonly withAuthContext: boolean;
  /** `projects/P/databases/D` */
  readonly databaseName: string;
  readonly matches: PathMatcher;
}

const registrationSchema = z.object({
  generation: z.enum(['v1', 'v2']),
  project: z.string(),
  id: z.string(),
  body: z.unknown(),
});
const eventarcSchema = z.object({
  eventType: z.string(),
  database: z.string().default('(default)'),
  document: z
    .object({ value: z.string(), matchType: z.string().optional() })
    .default({ value: '{document=**}' }),
});
const legacySchema = z.object({
  eventTrigger: z.object({ eventType: z.string(), resource: z.string() }),
});
const eventarcType =
  /^google\.cloud\.firestore\.document\.v1\.(created|updated|deleted|written)(\.withAuthContext)?$/;
const legacyType = /^providers\/cloud\.firestore\/eventTypes\/document\.(create|update|delete|write)$/;
/** Namespaces are a thing of Datastore; those of Firestore are accepted and mean nothing. */
const legacyResource = /^projects\/[^/]+\/databases\/([^/]+)\/documents(?:@[^/]*)?\/(.+)$/;
const generationSuffix = /-\d+$/;

const legacyOccurrences: Readonly<Record<string, Occurrence>> = {
  create: 'created',
  update: 'updated',
  delete: 'deleted',
  write: 'written',
};

/** Reads a registration that was kept. Throws when it is none. */
export function readRegistration(kept: unknown): Registration {
  return registrationSchema.parse(kept);
}

/** Reads a registration. Throws INVALID_ARGUMENT for what is no Firestore trigger. */
export function readTrigger(registration: Registration): Trigger {
  return registration.generation === 'v2' ? readEventarc(registration) : readLegacy(registration);
}

function readEventarc(registration: Registration): Trigger {
  const { data } = eventarcSchema.safeParse(registration.body);
  const [, occurrence, suffix] = eventarcType.exec(data?.eventType ?? '') ?? [];
  if (!data || !isOccurrence(occurrence)) {
    throw notATrigger(registration);
  }
  const { value, matchType } = data.document;
  return {
    ...namesOf(registration, data.database),
    eventType: data.eventType,
    occurrence,
    withAuthContext: suffix !== undefined,
    matches: matchType === 'EXACT' ? isPath(value) : compilePattern(value),
  };
}

function readLegacy(registration: Registration): Trigger {
  const { data } = legacySchema.safeParse(registration.body);
  const [, verb = ''] = legacyType.exec(data?.eventTrigger.eventType ?? '') ?? [];
  const [, database, pattern] = legacyResource.exec(data?.eventTrigger.resource ?? '') ?? [];
  const occurrence = legacyOccurrences[verb];
  if (!data || !occurrence || !database || !pattern) {
    throw notATrigger(registration);
  }
  return {
    ...namesOf(registration, database),
    eventType: data.eventTrigger.eventType,
    occurrence,
    withAuthContext: false,
    matches: compilePattern(pattern),
  };
}

function namesOf(registration: Registration, database: string) {
  const functionName = registration.id.replace(generationSuffix, '');
  const key = `${registration.project}/${functionName}`;
  const databaseName = `projects/${registration.project}/databases/${database}`;
  return { registration, key, functionName, databaseName };
}

function isPath(path: string): PathMatcher {
  return (segments) => segments.join('/') === path;
}

function notATrigger({ body }: Registration) {
  return invalidArgument(`Not a Firestore trigger: ${JSON.stringify(body)}`);
}

function isOccurrence(text: string | undefined): text is Occurrence {
  return text === 'created' || text === 'updated' || text === 'deleted' || text === 'written';
}
