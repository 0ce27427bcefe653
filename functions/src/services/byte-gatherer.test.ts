import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteGatherer } from './byte-gatherer.ts';

describe('bytes that come in pieces', () => {
  it('are put together in order, whatever was announced', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 50 })), fc.nat(3_000), (pieces, announced) => {
        const gathered = new ByteGatherer(announced, 100_000);
        for (const piece of pieces) gathered.add(piece);
        expect([...gathered.bytes]).toEqual(pieces.flatMap((piece) => [...piece]));
      }),
    );
  });

  it('take as much memory as was announced, where that was true', () => {
    const gathered = new ByteGatherer(300_000, 1_000_000);
    for (let part = 0; part < 3; part += 1) gathered.add(new Uint8Array(100_000));
    expect(gathered.bytes.buffer.byteLength).toBe(300_000);
  });

  it('never take more memory than there may be bytes', () => {
    const gathered = new ByteGatherer(9_000_000_000, 200_000);
    for (let part = 0; part < 20; part += 1) gathered.add(new Uint8Array(10_000));
    expect(gathered.bytes.buffer.byteLength).toBe(200_000);
    expect(() => gathered.add(new Uint8Array(1))).toThrow(RangeError);
    expect(gathered.bytes.length).toBe(200_000);
  });
});
