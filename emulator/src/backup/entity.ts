/**
 * Documents as Google's exports have them, from production and from Google's emulator alike: Datastore entities of the
 * third version of its API. Its values have fewer types than Firestore's, and a "meaning" says what they stand for.
 * What is not known here is refused: a value that came back as something else would be worse.
 *
 * @see https://github.com/GoogleCloudPlatform/appengine-python-standard entity_bytes.proto and datastore_pbs.py
 */
import { joinName, parseDocumentName } from '../paths.ts';
import { timestampOfMicros } from '../values/timestamp.ts';
import { type Fields, nullValue, type Value } from '../values/value.ts';
import { WireMessage } from './wire-message.ts';

/** Numbers of fields. */
const entity = { key: 13, indexed: 14, unindexed: 15 } as const;
const reference = { app: 13, path: 14, namespace: 20, database: 23 } as const;
const property = { meaning: 1, name: 3, multiple: 4, value: 5 } as const;
const values = { integer: 1, boolean: 2, string: 3, double: 4, point: 5, reference: 12 } as const;
/** Path elements are groups with these fields; within a reference they have others. */
const element = { group: 1, kind: 2, id: 3, name: 4 } as const;
const referenceElement = { group: 14, kind: 15, id: 16, name: 17 } as const;

const meanings = {
  timestamp: 7,
  point: 9,
  blob: 14,
  text: 15,
  bytes: 16,
  entity: 19,
  plainPoint: 23,
  emptyList: 24,
};

/** A document without its times, which exports do not have. */
export interface ExportedEntity {
  /** `projects/P/databases/D` */
  readonly database: string;
  readonly segments: readonly string[];
  readonly fields: Fields;
}

/**
 * Reads one entity. Throws when it is none, or has a value of an unknown type.
 *
 * @param project takes the place of the project that the export names
 */
export function readEntity(bytes: Uint8Array, project: string | undefined): ExportedEntity {
  const message = WireMessage.read(bytes);
  const key = message.message(entity.key);
  const path = key?.message(reference.path);
  if (!key || !path) {
    throw new Error('An entity has no key.');
  }
  const { database, segments } = parseDocumentName(nameOf(key, path, element, project));
  return { database, segments, fields: readFields(message, project) };
}

function nameOf(
  key: WireMessage,
  path: WireMessage,
  numbers: typeof element | typeof referenceElement,
  project: string | undefined,
): string {
  if (key.text(reference.namespace)) {
    throw new Error('Namespaces of Datastore are not supported.');
  }
  // The name of an app is that of its project behind a letter for the place it runs in: `s~demo`, `dev~demo`.
  const app = key.text(reference.app)?.replace(/^[a-z]+~/, '');
  const database = `projects/${project ?? app}/databases/${key.text(reference.database) || '(default)'}`;
  const segments = path.groups(numbers.group).flatMap((each) => {
    const id = each.integer(numbers.id);
    return [
      each.text(numbers.kind) ?? '',
      each.text(numbers.name) ?? (id === undefined ? '' : `__id${id}__`),
    ];
  });
  return joinName(database, segments);
}

function readFields(message: WireMessage, project: string | undefined): Fields {
  const fields = new Map<string, Value>();
  const lists = new Map<string, Value[]>();
  for (const each of [...message.messages(entity.indexed), ...message.messages(entity.unindexed)]) {
    const name = each.text(property.name) ?? '';
    const value = readValue(each, name, project);
    if (each.integer(property.multiple) === 1n) {
      const list = lists.get(name) ?? [];
      list.push(value);
      lists.set(name, list);
      fields.set(name, { kind: 'array', values: list });
    } else {
      fields.set(name, value);
    }
  }
  return fields;
}

function readValue(each: WireMessage, name: string, project: string | undefined): Value {
  const meaning = Number(each.integer(property.meaning) ?? 0n);
  const value = each.message(property.value);
  const unknown = () =>
    new Error(`The field "${name}" has a value with meaning ${meaning}, which is not known.`);
  if (meaning !== 0 && !Object.values(meanings).includes(meaning)) {
    throw unknown();
  }
  if (meaning === meanings.emptyList) {
    return { kind: 'array', values: [] };
  }
  const bytes = value?.bytes(values.string);
  const integer = value?.integer(values.integer);
  const double = value?.double(values.double);
  const boolean = value?.integer(values.boolean);
  const point = value?.group(values.point);
  const target = value?.group(values.reference);
  if (bytes) {
    return readString(bytes, meaning, project);
  }
  if (integer !== undefined) {
    return meaning === meanings.timestamp
      ? { kind: 'timestamp', value: timestampOfMicros(Number(integer)) }
      : { kind: 'integer', value: integer };
  }
  if (boolean !== undefined) {
    return { kind: 'boolean', value: boolean !== 0n };
  }
  if (double !== undefined) {
    return { kind: 'double', value: double };
  }
  if (point) {
    return { kind: 'geoPoint', latitude: point.double(6) ?? 0, longitude: point.double(7) ?? 0 };
  }
  if (target) {
    return { kind: 'reference', value: nameOf(target, target, referenceElement, project) };
  }
  if (meaning !== 0) {
    throw unknown();
  }
  return nullValue;
}

function readString(bytes: Buffer, meaning: number, project: string | undefined): Value {
  switch (meaning) {
    case meanings.blob:
    case meanings.bytes:
      return { kind: 'bytes', value: bytes };
    case meanings.entity:
      return { kind: 'map', fields: readFields(WireMessage.read(bytes), project) };
    default:
      return { kind: 'string', value: bytes.toString() };
  }
}
