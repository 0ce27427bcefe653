/**
 * The coverage of a ruleset in the shape of Google's emulator, which tools that draw it or turn it into LCOV know: for
 * each condition, and each expression in it, the values it came to and how often.
 *
 * @see https://firebase.google.com/docs/rules/emulator-reports
 */
import { childrenOf, type Expression } from './ast.ts';
import type { Coverage } from './coverage.ts';
import { pathText } from './equality.ts';
import { formatDuration, formatRfc3339 } from './time.ts';
import type { Result } from './unknown.ts';
import type { RulesValue } from './values.ts';

export interface ExpressionCoverage {
  readonly sourcePosition: {
    readonly line: number;
    readonly column: number;
    /** Offsets in the source: of the first character, and behind the last one. */
    readonly currentOffset: number;
    readonly endOffset: number;
  };
  /** Absent when the expression was never evaluated; a value `{}` stands for those beyond the bound. */
  readonly values?: readonly { readonly value: Readonly<Record<string, unknown>>; readonly count: number }[];
  readonly children?: readonly ExpressionCoverage[];
}

export interface CoverageReport {
  readonly rules: { readonly files: readonly { readonly name: string; readonly content: string }[] };
  readonly report: readonly ExpressionCoverage[];
}

/** The report on `source`, from which the ruleset was compiled. */
export function coverageReport(source: string, coverage: Coverage): CoverageReport {
  return {
    rules: { files: [{ name: 'security.rules', content: source }] },
    report: coverage.roots.map((root) => expressionCoverage(root, coverage)),
  };
}

function expressionCoverage(expression: Expression, coverage: Coverage): ExpressionCoverage {
  const { at, start, end } = expression;
  const results = coverage.resultsOf(expression);
  const values = results?.entries().map(({ result, count }) => ({ value: wireValue(result), count })) ?? [];
  const others = results?.others ? [{ value: {}, count: results.others }] : [];
  const children = childrenOf(expression).map((child) => expressionCoverage(child, coverage));
  return {
    sourcePosition: { ...at, currentOffset: start, endOffset: end },
    ...(results ? { values: [...values, ...others] } : {}),
    ...(children.length > 0 ? { children } : {}),
  };
}

function wireValue(result: Result): Readonly<Record<string, unknown>> {
  switch (result.kind) {
    case 'unknown':
      return { constraintValue: {} };
    case 'failure':
      return { undefined: { causeMessage: result.message } };
    case 'null':
      return { nullValue: null };
    case 'bool':
      return { boolValue: result.value };
    case 'int':
      return { intValue: String(result.value) };
    case 'float':
      return { floatValue: Number.isFinite(result.value) ? result.value : String(result.value) };
    case 'string':
      return { stringValue: result.value };
    case 'bytes':
      return { bytesValue: Buffer.from(result.value).toString('base64') };
    case 'timestamp':
      return { timestampValue: formatRfc3339(result.nanos) };
    case 'duration':
      return { durationValue: formatDuration(result.nanos) };
    case 'latlng':
      return { latlngValue: { latitude: result.latitude, longitude: result.longitude } };
    case 'path':
      return { pathValue: { segments: wireSegments(result) } };
    case 'list':
      return { listValue: { values: result.items.map(wireValue) } };
    case 'set':
      return { setValue: { values: result.items.map(wireValue) } };
    case 'map':
      return { mapValue: { fields: wireFields(result.fields) } };
    case 'map_diff':
      return { mapDiffValue: { left: wireFields(result.left), right: wireFields(result.right) } };
  }
}

function wireSegments(path: Extract<RulesValue, { kind: 'path' }>) {
  return pathText(path)
    .split('/')
    .slice(1)
    .map((simple) => ({ simple }));
}

function wireFields(fields: ReadonlyMap<string, RulesValue>): Record<string, unknown> {
  return Object.fromEntries(Array.from(fields, ([name, value]) => [name, wireValue(value)]));
}
