/** Paths in a source: the patterns of `match` and the path literals of expressions. No blanks between segments. */
import type { Expression, PathPart, PatternSegment } from './ast.ts';
import type { TokenReader } from './token-reader.ts';

/** Letters of every script. A dot may not come first: it would be that of a member. */
const segmentText =
  /(?:[A-Za-z0-9_\-~%+@]|[^\p{ASCII}\s])(?:[A-Za-z0-9_\-.~%+@]|[^\p{ASCII}\s])*|\(default\)/uy;
const slash = /\//y;
const wildcard = /\{[A-Za-z_][A-Za-z0-9_]*(?:=\*\*)?\}/y;
const valueStart = /\$\(/y;

/** Reads `/a/$(b)/c`. */
export function parsePath(
  reader: TokenReader,
  parseExpression: (reader: TokenReader) => Expression,
): PathPart[] {
  const parts: PathPart[] = [];
  let end = reader.next.start;
  while (reader.next.start === end && reader.takeRaw(slash) !== undefined) {
    end = end + 1;
    if (reader.next.start !== end) {
      return reader.fail('a segment of a path');
    }
    if (reader.takeRaw(valueStart) !== undefined) {
      parts.push(parseExpression(reader));
      end = reader.next.end;
      reader.expect(')');
    } else {
      const text = reader.takeRaw(segmentText) ?? reader.fail('a segment of a path');
      parts.push(text);
      end += text.length;
    }
  }
  return parts;
}

/** Reads `/a/{b}/{c=**}`. */
export function parsePattern(reader: TokenReader): PatternSegment[] {
  const segments: PatternSegment[] = [];
  let end = reader.next.start;
  while (reader.next.start === end && reader.takeRaw(slash) !== undefined) {
    const text = reader.takeRaw(wildcard) ?? reader.takeRaw(segmentText);
    if (text === undefined) {
      return reader.fail('a segment such as name, {name} or {name=**}');
    }
    end += 1 + text.length;
    segments.push(patternSegment(text));
  }
  return segments.length > 0 ? segments : reader.fail("a path that begins with '/'");
}

function patternSegment(text: string): PatternSegment {
  if (!text.startsWith('{')) {
    return { type: 'literal', text };
  }
  const name = text.slice(1, -1);
  return name.endsWith('=**') ? { type: 'rest', name: name.slice(0, -3) } : { type: 'one', name };
}
