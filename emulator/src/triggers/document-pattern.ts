/**
 * Document paths with wildcards, as triggers name them: `jobs/{id}`, `{parent=**}/pages/{page}`, and without a name
 * `jobs/*`, `regions/us-*`, `**`.
 *
 * @see https://cloud.google.com/eventarc/docs/path-patterns
 */

/** Tests the segments of a document's path. */
export type PathMatcher = (segments: readonly string[]) => boolean;

/** What one part of a pattern stands for. */
type Part =
  /** Any number of segments, also none. */
  { readonly kind: 'several' } | { readonly kind: 'one'; readonly matches: (segment: string) => boolean };

const capture = /^\{[^{}=]+(?:=([^{}]+))?\}$/;

/** Compiles a pattern. A `**` or `{name=**}` stands for any number of segments, also none. */
export function compilePattern(pattern: string): PathMatcher {
  const parts = pattern
    .split('/')
    .filter((part) => part !== '')
    .map(readPart);
  return (segments) => matchFrom(parts, 0, segments, 0);
}

function readPart(text: string): Part {
  const captured = capture.exec(text);
  const glob = captured ? (captured[1] ?? '*') : text;
  if (glob.includes('**')) {
    return { kind: 'several' };
  }
  if (!glob.includes('*')) {
    return { kind: 'one', matches: (segment) => segment === glob };
  }
  if (glob === '*') {
    return { kind: 'one', matches: () => true };
  }
  const pieces = glob.split('*').map((piece) => piece.replaceAll(/[$()+.?[\\\]^{|}]/g, String.raw`\$&`));
  const expression = new RegExp(`^${pieces.join('.*')}$`, 'su');
  return { kind: 'one', matches: (segment) => expression.test(segment) };
}

function matchFrom(
  parts: readonly Part[],
  part: number,
  segments: readonly string[],
  segment: number,
): boolean {
  const current = parts[part];
  if (current === undefined) {
    return segment === segments.length;
  }
  if (current.kind === 'several') {
    for (let end = segment; end <= segments.length; end += 1) {
      if (matchFrom(parts, part + 1, segments, end)) {
        return true;
      }
    }
    return false;
  }
  const candidate = segments[segment];
  return (
    candidate !== undefined && current.matches(candidate) && matchFrom(parts, part + 1, segments, segment + 1)
  );
}
