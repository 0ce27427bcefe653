/** Commits, compared with the model: results, refusals, and what the database holds afterwards. */
import { commitResponse } from './decode.ts';
import { encodeWrite } from './encode.ts';
import { answerOf, Difference, expectSame } from './expectation.ts';
import { databaseName, root } from './generate/values.ts';
import { committed, type Micros, type Write, type WriteOutcome } from './model/commit.ts';
import type { History } from './model/history.ts';
import { canonical, nullValue, type Value } from './model/value.ts';
import type { ProtocolClient } from './protocol.ts';
import type { Statistics } from './statistics.ts';
import { countWrites } from './tally.ts';

type Response = ReturnType<typeof commitResponse.parse>;
export type CommitAnswer = { readonly value: Response } | { readonly refused: string };

/** Sends a commit. */
export async function sendCommit(
  client: ProtocolClient,
  writes: readonly Write[],
  transaction?: string,
): Promise<CommitAnswer> {
  const request = {
    database: databaseName,
    writes: writes.map((write) => encodeWrite(write, root)),
    ...(transaction === undefined ? {} : { transaction }),
  };
  return await answerOf(client.call('Commit', request).then((response) => commitResponse.parse(response)));
}

/** Compares the answer to a commit with what the model says, and takes it down. */
export function takeCommit(
  writes: readonly Write[],
  answer: CommitAnswer,
  history: History,
  statistics: Statistics,
): void {
  const before = history.present;
  const time = 'value' in answer ? answer.value.commitTime : history.lastTime + 1;
  const now = 'value' in answer ? requestTime(writes, answer.value, time) : nullValue;
  const expected = committed(before, writes, time, now);
  countWrites(writes, statistics);
  statistics.count('commits');
  expectSame(
    'The outcome of a commit',
    'refused' in answer ? answer.refused : 'committed',
    expected.refused ?? 'committed',
  );
  if (expected.refused !== undefined || 'refused' in answer) {
    statistics.count('commits refused');
    statistics.count(`refused ${expected.refused}`);
    return;
  }
  if (time <= history.lastTime) {
    throw new Difference('The time of a commit is not later than the one before.', time, history.lastTime);
  }
  expectSame(
    'The results of writes',
    showResults(writes, answer.value.writeResults),
    showResults(writes, expected.results),
  );
  if (
    [...expected.state].every(([path, document]) => before.get(path) === document) &&
    before.size === expected.state.size
  ) {
    statistics.count('commits that change nothing');
  }
  history.add(time, expected.state);
}

/** Nothing is said of what is told of a write that only verifies. */
function showResults(
  writes: readonly Write[],
  results: Response['writeResults'] | readonly WriteOutcome[],
): string {
  return writes
    .map(({ op }, index) => {
      const { updateTime, transformResults = [] } = (op === 'verify' ? undefined : results[index]) ?? {};
      return `${op} ${updateTime} ${transformResults.map(canonical).join()}`;
    })
    .join('; ');
}

/** The time that the server took for the request, from the result of a transform. In milliseconds, the same for all. */
function requestTime(writes: readonly Write[], { writeResults }: Response, commitTime: Micros): Value {
  const times = writes.flatMap((write, index) =>
    'transforms' in write
      ? write.transforms.flatMap(({ op }, place) =>
          op === 'requestTime' ? (writeResults[index]?.transformResults[place] ?? []) : [],
        )
      : [],
  );
  const [first = nullValue] = times;
  if (times.length > 0) {
    const isTime =
      'timestampValue' in first &&
      first.timestampValue.nanos % 1_000_000 === 0 &&
      first.timestampValue.seconds * 1_000_000 + first.timestampValue.nanos / 1000 <= commitTime;
    if (!isTime || times.some((time) => canonical(time) !== canonical(first))) {
      throw new Difference(
        'The time of a request',
        times,
        `one time in milliseconds, not after ${commitTime}`,
      );
    }
  }
  return first;
}
