import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frame, payloadText, readForm, tunnelledHeader } from './framing.ts';

const character = fc.integer({ min: 0, max: 0x10_ff_ff }).map((point) => String.fromCodePoint(point));

/** What the client does: cuts the decoded text by the length in front. */
function unframe(text: string): unknown[] {
  const chunks: unknown[] = [];
  for (let rest = text; rest !== ''; ) {
    const newline = rest.indexOf('\n');
    const end = newline + 1 + Number(rest.slice(0, newline));
    chunks.push(JSON.parse(rest.slice(newline + 1, end)));
    rest = rest.slice(end);
  }
  return chunks;
}

describe('a frame', () => {
  it('carries its length in UTF-16 code units', () => {
    expect(frame(['é✓😀'])).toBe('8\n["é✓😀"]');
  });

  it('can be cut out of a text of frames, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: character })), { maxLength: 5 }), (contents) => {
        expect(unframe(contents.map(frame).join(''))).toEqual(contents);
      }),
    );
  });
});

describe('a payload', () => {
  it('is a list of messages, each of which is put into words once, however many get it', () => {
    let times = 0;
    const message = { toJSON: () => ({ times: (times += 1) }) };
    expect([payloadText([message, 'noop']), payloadText([message])]).toEqual([
      '[{"times":1},"noop"]',
      '[{"times":1}]',
    ]);
  });
});

describe('a form', () => {
  it('holds numbered messages from an offset', () => {
    const body = new URLSearchParams({
      count: '2',
      ofs: '4',
      req0___data__: '{"a":"é"}',
      req1___data__: '[1]',
    }).toString();
    expect(readForm(body)).toEqual({ offset: 4, messages: [{ a: 'é' }, [1]], headers: undefined });
  });

  it('may hold none', () => {
    expect(readForm('')).toEqual({ offset: 0, messages: [], headers: undefined });
  });

  it.each(['count=1&req0___data__=%7B', 'count=1', 'count=many'])(
    'is refused when it is damaged: %s',
    (body) => {
      expect(() => readForm(body)).toThrow('Invalid');
    },
  );
});

describe('tunnelled headers', () => {
  const lines = 'X-Goog-Api-Client:gl-js/ fire/12\r\nAuthorization:Bearer a:b\r\n';

  it('are found by name, whatever the case', () => {
    expect(tunnelledHeader(lines, 'authorization')).toBe('Bearer a:b');
    expect(tunnelledHeader(lines, 'cookie')).toBeUndefined();
    expect(tunnelledHeader(undefined, 'authorization')).toBeUndefined();
  });
});
