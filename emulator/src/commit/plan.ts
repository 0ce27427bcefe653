/**
 * Works out what a list of writes does, without doing it: checks preconditions and limits, applies masks and
 * transforms. Pure, so that rules can look at the outcome before it is stored.
 */

import { StatusError } from '../status.ts';
import type { DocumentChange, StoredDocument } from '../store/document.ts';
import { FieldsDraft, getField } from '../values/field-path.ts';
import { identicalFields } from '../values/order.ts';
import type { Micros } from '../values/timestamp.ts';
import type { Value } from '../values/value.ts';
import { checkSizes, checkWrites } from './limits.ts';
import { applyTransform } from './transform.ts';
import type { Precondition, Write } from './write.ts';

/** One document a commit names: what it was and what it would be. Alike when nothing changes. */
export interface TouchedDocument extends DocumentChange {
  /** `verify` when the commit only checks the document. */
  readonly access: 'write' | 'verify';
  /** What a write has required of the document and not found. Then `before` is as it required it, and so is `after`. */
  readonly unmet?: 'exists' | 'missing';
}

export interface PlannedResult {
  /** The version the client will see; undefined for deletions and checks. */
  readonly updateTime: Micros | undefined;
  readonly transformResults: readonly Value[];
}

export interface CommitPlan {
  readonly time: Micros;
  /** Every document named, once, in order of first mention. */
  readonly touched: readonly TouchedDocument[];
  /** Those of them that change. */
  readonly changes: readonly DocumentChange[];
  /** One for each write. */
  readonly results: readonly PlannedResult[];
  /**
   * NOT_FOUND, ALREADY_EXISTS or FAILED_PRECONDITION for the first precondition that does not hold. Only who may write
   * at all is told of it: otherwise anybody could find out what there is.
   */
  readonly unmet: StatusError | undefined;
}

/**
 * Plans a commit at `time` on top of what `read` finds. Throws INVALID_ARGUMENT for writes and documents beyond the
 * limits.
 */
export function planCommit(
  writes: readonly Write[],
  read: (name: string) => StoredDocument | undefined,
  time: Micros,
): CommitPlan {
  checkWrites(writes);
  const touched = new Map<string, TouchedDocument>();
  const results: PlannedResult[] = [];
  let unmet: StatusError | undefined;
  for (const write of writes) {
    const earlier = touched.get(write.name);
    const before = earlier ? earlier.before : read(write.name);
    const current = earlier ? earlier.after : before;
    const failed = preconditionFailure(write, current);
    unmet ??= failed;
    const required = failed && requiredState(write.precondition);
    const { after, transformResults } = applyWrite(write, required === 'missing' ? undefined : current, time);
    const access = write.kind === 'verify' && earlier?.access !== 'write' ? 'verify' : 'write';
    touched.set(write.name, {
      name: write.name,
      segments: write.segments,
      before: required === 'missing' ? undefined : before,
      after,
      access,
      ...(required ? { unmet: required } : {}),
    });
    results.push({
      updateTime: write.kind === 'update' ? after?.updateTime : undefined,
      transformResults,
    });
  }
  const all = [...touched.values()];
  const changes = all.filter((document) => document.before !== document.after);
  checkSizes(changes);
  return { time, touched: all, changes, results, unmet };
}

interface Applied {
  readonly after: StoredDocument | undefined;
  readonly transformResults: readonly Value[];
}

function applyWrite(write: Write, current: StoredDocument | undefined, time: Micros): Applied {
  switch (write.kind) {
    case 'verify':
      return { after: current, transformResults: [] };
    case 'delete':
      return { after: undefined, transformResults: [] };
    case 'update': {
      const { fields, transformResults } = updateFields(write, current, time);
      // A write that changes nothing keeps the version: no event, no snapshot.
      if (current && identicalFields(current.fields, fields)) {
        return { after: current, transformResults };
      }
      const createTime = current?.createTime ?? time;
      const { name, segments } = write;
      return { after: { name, segments, fields, createTime, updateTime: time }, transformResults };
    }
  }
}

/** The masked fields first, then the transforms, each on top of those before it. */
function updateFields(
  write: Extract<Write, { kind: 'update' }>,
  current: StoredDocument | undefined,
  time: Micros,
) {
  const draft = new FieldsDraft(write.mask ? (current?.fields ?? new Map()) : write.fields);
  for (const path of write.mask ?? []) {
    draft.set(path, getField(write.fields, path));
  }
  const transformResults = write.transforms.map((transform) => {
    const { value, result } = applyTransform(transform, getField(draft.fields, transform.path), time);
    draft.set(transform.path, value);
    return result;
  });
  return { fields: draft.fields, transformResults };
}

/** The state that a precondition requires, as far as rules can tell it apart. */
function requiredState(precondition: Precondition): 'exists' | 'missing' {
  return precondition.kind === 'exists' && !precondition.exists ? 'missing' : 'exists';
}

function preconditionFailure(write: Write, current: StoredDocument | undefined): StatusError | undefined {
  const precondition: Precondition = write.precondition;
  switch (precondition.kind) {
    case 'none':
      return undefined;
    case 'exists':
      if (precondition.exists && !current) {
        return new StatusError('NOT_FOUND', `No document to update: ${write.name}`);
      }
      if (!precondition.exists && current) {
        return new StatusError('ALREADY_EXISTS', `Document already exists: ${write.name}`);
      }
      return undefined;
    case 'updateTime':
      if (current?.updateTime !== precondition.time) {
        return new StatusError(
          'FAILED_PRECONDITION',
          `the stored version of ${write.name} does not match the required base version`,
        );
      }
      return undefined;
  }
}
