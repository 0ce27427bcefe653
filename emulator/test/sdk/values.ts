/** What the Web SDKs offer for single values: each is made in every way, kept by the server, and read in every way. */

import type * as sdk from 'firebase/firestore';
import type { Scenario } from './scenario.ts';

type Values = Pick<
  typeof sdk,
  'Bytes' | 'FieldPath' | 'GeoPoint' | 'Timestamp' | 'VectorValue' | 'increment' | 'vector'
>;

/** Scenarios of the values of one SDK; `keep` gives a value as it comes back from the server. */
export function valueScenarios<Stand>(
  { Bytes, FieldPath, GeoPoint, Timestamp, VectorValue, increment, vector }: Values,
  keep: (stand: Stand, value: unknown) => Promise<unknown>,
): Scenario<Stand>[] {
  return [
    {
      title: 'times are made of dates, milliseconds and JSON, and read as these',
      async run(stand) {
        const kept = await keep(stand, Timestamp.fromDate(new Date(1_700_000_000_123)));
        if (!(kept instanceof Timestamp)) {
          return kept;
        }
        const same = [
          kept.isEqual(Timestamp.fromMillis(1_700_000_000_123)),
          kept.isEqual(Timestamp.fromJSON(kept.toJSON())),
          kept.isEqual(Timestamp.now()),
        ];
        return {
          same,
          date: kept.toDate().toISOString(),
          milliseconds: kept.toMillis(),
          json: kept.toJSON(),
          text: kept.toString(),
          isBeforeNow: kept.valueOf() < Timestamp.now().valueOf(),
        };
      },
      gives: {
        same: [true, true, false],
        date: '2023-11-14T22:13:20.123Z',
        milliseconds: 1_700_000_000_123,
        json: { type: 'firestore/timestamp/1.0', seconds: 1_700_000_000, nanoseconds: 123_000_000 },
        text: 'Timestamp(seconds=1700000000, nanoseconds=123000000)',
        isBeforeNow: true,
      },
    },
    {
      title: 'times are made of instants, and read as instants',
      async run(stand) {
        const instant = new Timestamp(1_700_000_000, 123_456_000).toInstant();
        const kept = await keep(stand, Timestamp.fromInstant(instant));
        return [String(instant), kept instanceof Timestamp && String(kept.toInstant())];
      },
      gives: ['2023-11-14T22:13:20.123456Z', '2023-11-14T22:13:20.123456Z'],
      // The bundle for browsers calls a method of Temporal by a name that its minifier has made up.
      nodeOnly: true,
    },
    {
      title: 'bytes are made of arrays, text and JSON, and read as these',
      async run(stand) {
        const kept = await keep(stand, Bytes.fromUint8Array(new Uint8Array([0, 255])));
        if (!(kept instanceof Bytes)) {
          return kept;
        }
        const same = [
          kept.isEqual(Bytes.fromBase64String('AP8=')),
          kept.isEqual(Bytes.fromJSON(kept.toJSON())),
          kept.isEqual(Bytes.fromBase64String('AP4=')),
        ];
        return {
          same,
          array: [...kept.toUint8Array()],
          base64: kept.toBase64(),
          json: kept.toJSON(),
          text: kept.toString(),
        };
      },
      gives: {
        same: [true, true, false],
        array: [0, 255],
        base64: 'AP8=',
        json: { type: 'firestore/bytes/1.0', bytes: 'AP8=' },
        text: 'Bytes(base64: AP8=)',
      },
    },
    {
      title: 'places travel as JSON and are compared',
      async run(stand) {
        const place = new GeoPoint(-12.5, 179.25);
        const kept = await keep(stand, GeoPoint.fromJSON(place.toJSON()));
        return (
          kept instanceof GeoPoint && [
            kept.toJSON(),
            kept.isEqual(place),
            kept.isEqual(new GeoPoint(-12.5, 179)),
          ]
        );
      },
      gives: [{ type: 'firestore/geoPoint/1.0', latitude: -12.5, longitude: 179.25 }, true, false],
    },
    {
      title: 'vectors travel as JSON and are compared',
      async run(stand) {
        const made = vector([1, -2.5]);
        const kept = await keep(stand, VectorValue.fromJSON(made.toJSON()));
        return (
          kept instanceof VectorValue && [
            kept.toJSON(),
            kept.toArray(),
            kept.isEqual(made),
            kept.isEqual(vector([1])),
          ]
        );
      },
      gives: [{ type: 'firestore/vectorValue/1.0', vectorValues: [1, -2.5] }, [1, -2.5], true, false],
    },
    {
      title: 'paths of fields and transforms are compared',
      run() {
        const path = new FieldPath('a', 'b');
        return Promise.resolve([
          path.isEqual(new FieldPath('a', 'b')),
          path.isEqual(new FieldPath('a.b')),
          increment(1).isEqual(increment(1)),
          increment(1).isEqual(increment(2)),
        ]);
      },
      gives: [true, false, true, false],
    },
  ];
}
