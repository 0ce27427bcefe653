import { describe, expect, it } from 'vitest';
import { compilePattern } from './document-pattern.ts';

describe('a document pattern', () => {
  it.each([
    ['jobs/{id}', 'jobs/j1', true],
    ['/jobs/{id}/', 'jobs/j1', true],
    ['jobs/{id}', 'jobs/j1/pages/p', false],
    ['jobs/{id}', 'other/j1', false],
    ['jobs/{job-id}', 'jobs/j1', true],
    ['jobs/j1', 'jobs/j1', true],
    ['jobs/j1', 'jobs/j2', false],
    ['jobs/日本✓%41', 'jobs/日本✓%41', true],
    ['{path=**}/pages/{page}', 'pages/p', true],
    ['{path=**}/pages/{page}', 'jobs/j1/pages/p', true],
    ['{path=**}/pages/{page}', 'jobs/j1', false],
    ['jobs/{rest=**}', 'jobs/j1/pages/p', true],
    ['{document=**}', 'a/b', true],
    ['jobs/{id=*}', 'jobs/j1', true],
    ['jobs/*', 'jobs/j1', true],
    ['jobs/*', 'jobs/j1/pages/p', false],
    ['jobs/**', 'jobs/j1/pages/p', true],
    ['**', 'a/b', true],
    ['regions/us-*', 'regions/us-east', true],
    ['regions/us-*', 'regions/eu-west', false],
    ['regions/{id=us-*}', 'regions/us-east', true],
    ['regions/*(1)', 'regions/us.east(1)', true],
    ['regions/*.(1)', 'regions/us-east(1)', false],
  ])('%s and %s: %s', (pattern, path, matches) => {
    expect(compilePattern(pattern)(path.split('/'))).toBe(matches);
  });
});
