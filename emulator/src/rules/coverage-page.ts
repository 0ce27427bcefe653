/** The coverage of a ruleset as a page: the source, each expression marked by whether it was evaluated. */
import type { CoverageReport, ExpressionCoverage } from './coverage-report.ts';

const style = `
body { margin: 2rem; font: 1rem/1.5 system-ui, sans-serif; color: #202124; background: #fff; }
pre { font: 0.875rem/1.7 ui-monospace, monospace; white-space: pre-wrap; tab-size: 2; }
span { border-radius: 2px; }
.seen { border-bottom: 1px solid #188038; }
.one-way { border-bottom: 2px solid #b06000; }
.never { background: #fce8e6; border-bottom: 2px solid #c5221f; }
span:hover { background: #e8f0fe; }`;

/** The page, without scripts. */
export function coveragePage(report: CoverageReport): string {
  const content = report.rules.files[0]?.content ?? '';
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Firestore Rule Coverage Report</title>
<style>${style}
</style>
<h1>Firestore Rule Coverage Report</h1>
<p>Green: evaluated. Amber: only ever true, or only ever false. Red: never evaluated. Point at an expression for its values.</p>
<pre>${markedText(content, 0, content.length, inOrder(report.report))}</pre>
</html>
`;
}

function markedText(source: string, from: number, to: number, parts: readonly ExpressionCoverage[]): string {
  let text = '';
  let at = from;
  for (const part of parts) {
    const { currentOffset: start, endOffset: end } = part.sourcePosition;
    if (start >= at && end > start && end <= to) {
      const inside = markedText(source, start, end, inOrder(part.children ?? []));
      text += `${escapeText(source.slice(at, start))}<span class="${classOf(part)}" title="${titleOf(part)}">${inside}</span>`;
      at = end;
    }
  }
  return text + escapeText(source.slice(at, to));
}

function inOrder(parts: readonly ExpressionCoverage[]): readonly ExpressionCoverage[] {
  return parts.toSorted((a, b) => a.sourcePosition.currentOffset - b.sourcePosition.currentOffset);
}

function classOf({ values }: ExpressionCoverage): string {
  if (!values) {
    return 'never';
  }
  const isOneWay = values.length === 1 && values[0] !== undefined && 'boolValue' in values[0].value;
  return isOneWay ? 'one-way' : 'seen';
}

function titleOf({ values }: ExpressionCoverage): string {
  if (!values) {
    return 'never evaluated';
  }
  return escapeText(values.map(({ value, count }) => `${describe(value)}: ${count}`).join('\n'));
}

const longestValue = 200;

function describe(value: Readonly<Record<string, unknown>>): string {
  const [type, content] = Object.entries(value)[0] ?? ['other values', ''];
  const text = JSON.stringify(content) ?? '';
  return `${type} ${text.length > longestValue ? `${text.slice(0, longestValue)}…` : text}`.trim();
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
