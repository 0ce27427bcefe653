import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { compileRules } from '@docket/emulator/rules/ruleset';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetRulesCoverage, keepRulesCoverage, rulesCoverageLines } from './rules-coverage.ts';

const source = `rules_version = '2';
service cloud.firestore { match /databases/{database}/documents/{name} {
  allow get: if name == 'a';
  allow delete: if true;
} }`;

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'docket-coverage-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** A ruleset that was asked for these. */
function asked(...requests: readonly (readonly ['get' | 'delete', string])[]) {
  const compiled = compileRules(source);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
  for (const [method, name] of requests) {
    compiled.ruleset.evaluate({
      service: 'cloud.firestore',
      method,
      path: [name],
      auth: null,
      time: new Date(0),
      resource: null,
      newResource: null,
      reader: { before: () => null, after: () => null },
    });
  }
  return compiled.ruleset;
}

describe('the coverage of the rules', () => {
  it('is a line for each ruleset that was tested', async () => {
    await keepRulesCoverage('firestore.rules', asked(['get', 'a'], ['get', 'b'], ['delete', 'a']), directory);
    const detail = path.relative(path.resolve(import.meta.dirname, '..'), directory);
    expect(await rulesCoverageLines(directory)).toEqual([
      `firestore.rules: 1 of 2 allows seen both ways (50 %); results: true 2, false 1, error 0, unknown 0; detail: ${detail}/firestore.rules.html`,
    ]);
    await forgetRulesCoverage(directory);
    expect(await rulesCoverageLines(directory)).toEqual([]);
  });

  it('is kept allow by allow, and as a page of the source', async () => {
    await keepRulesCoverage('storage.rules', asked(['get', 'a']), directory);
    const kept: unknown = JSON.parse(await readFile(path.join(directory, 'storage.rules.json'), 'utf8'));
    expect(kept).toMatchObject({
      detail: [
        { line: 3, methods: ['get'], true: 1, false: 0, condition: "name == 'a'" },
        { line: 4, methods: ['delete'], true: 0 },
      ],
    });
    const page = await readFile(path.join(directory, 'storage.rules.html'), 'utf8');
    expect(page).toContain('never evaluated');
  });
});
