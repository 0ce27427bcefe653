/** Document paths with wildcards, as triggers name them: `jobs/{id}`, `{parent=**}/pages/{page}`. */

/** Tests the segments of a document's path. */
export type PathMatcher = (segments: readonly string[]) => boolean;

const multiSegment = /^\{\w+=\*\*\}$/;
const singleSegment = /^\{\w+(?:=\*)?\}$/;

/** Compiles a pattern. A `{name=**}` stands for any number of segments, also none. */
export function compilePattern(pattern: string): PathMatcher {
  const parts = pattern.replace(/^\//, '').split('/');
  return (segments) => matchFrom(parts, 0, segments, 0);
}

function matchFrom(
  parts: readonly string[],
  part: number,
  segments: readonly string[],
  segment: number,
): boolean {
  const current = parts[part];
  if (current === undefined) {
    return segment === segments.length;
  }
  if (multiSegment.test(current)) {
    for (let end = segment; end <= segments.length; end += 1) {
      if (matchFrom(parts, part + 1, segments, end)) {
        return true;
      }
    }
    return false;
  }
  return (
    segment < segments.length &&
    (singleSegment.test(current) || current === segments[segment]) &&
    matchFrom(parts, part + 1, segments, segment + 1)
  );
}
