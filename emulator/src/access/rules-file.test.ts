import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WatchedFile } from '../watched-file.ts';
import { followRules } from './rules-file.ts';
import { RulesGate } from './rules-gate.ts';

const rules = (condition: string) =>
  `rules_version = '2';\nservice cloud.firestore { match /databases/{database}/documents {\n  match /a/{id} { allow get: if ${condition}; }\n} }`;

let directory: string;
let file: string;
let gate: RulesGate;
let log: string[];
let following: WatchedFile | undefined;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'docket-rules-'));
  file = path.join(directory, 'firestore.rules');
  gate = new RulesGate();
  log = [];
});
afterEach(async () => {
  following?.close();
  await rm(directory, { recursive: true });
});

async function follow(source: string): Promise<void> {
  await writeFile(file, source);
  following = await followRules(file, gate, (line) => log.push(line));
}

const condition = () => gate.rulesetOf('any')?.coverage()[0]?.condition;

describe('a rules file', () => {
  it('is in force from the start, and anew whenever it is saved', async () => {
    await follow(rules('true'));
    expect(condition()).toBe('true');
    await writeFile(file, rules('false'));
    await vi.waitFor(() => expect(log).toEqual([`The rules of ${file} are in force.`]));
    expect(condition()).toBe('false');
  });

  it('may be replaced by another file, as editors do', async () => {
    await follow(rules('true'));
    await writeFile(path.join(directory, 'new'), rules('1 == 2'));
    await rename(path.join(directory, 'new'), file);
    await vi.waitFor(() => expect(condition()).toBe('1 == 2'));
  });

  it('with an error leaves the rules as they were, and the place of the error is printed', async () => {
    await follow(rules('true'));
    await writeFile(file, rules('true &&'));
    await vi.waitFor(() =>
      expect(log).toEqual([
        `${file}:3:40 error: Unexpected ';': expected an expression.`,
        'The rules stay as they were.',
      ]),
    );
    expect(condition()).toBe('true');
    await writeFile(file, rules('1 == 1'));
    await vi.waitFor(() => expect(condition()).toBe('1 == 1'));
  });

  it('with an error at the start ends it', async () => {
    await expect(follow(rules('nothing'))).rejects.toThrow(
      `The rules have errors:\n${file}:3:33 error: Invalid variable name: nothing.`,
    );
  });
});
