/**
 * The chapters of COVERAGE.md: what becomes of each public name of an SDK. Chapters are compared with what the tests
 * have called; with `UPDATE_COVERAGE=1` they are written.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PublicApi } from './public-api.ts';
import type { Recorder } from './recorder.ts';

const file = fileURLToPath(new URL('../../COVERAGE.md', import.meta.url));

const order = [
  'Admin SDK',
  'Web SDK',
  'Web SDK, what needs a browser',
  'Web SDK without listeners',
  'Pipelines',
];

export type Chapter = {
  readonly title: string;
  /** Which package, reached how. */
  readonly about: string;
  readonly api: PublicApi;
  readonly recorder: Recorder;
  /** What another chapter shows. */
  readonly elsewhere?: readonly string[];
};

export type ChapterCheck = {
  /** Public names that no test calls. */
  readonly untested: readonly string[];
  /** Names that are listed as known and are not in the SDK. */
  readonly stale: readonly string[];
  readonly text: string;
};

/** A chapter as the tests that have run so far make it. */
export function checkChapter(chapter: Chapter): ChapterCheck {
  const { api, recorder, elsewhere = [] } = chapter;
  const known = new Set([...recorder.supported.keys(), ...recorder.refused.keys(), ...elsewhere]);
  const names = new Set(api.names);
  return {
    untested: api.names.filter((name) => !known.has(name)),
    stale: elsewhere.filter((name) => !names.has(name)),
    text: chapterText(chapter),
  };
}

/** A chapter as COVERAGE.md has it, or is given it now. */
export function writtenChapter(title: string, text: string): string {
  const chapters = readFileSync(file, 'utf8').split(/^(?=## )/mu);
  const at = chapters.findIndex((each) => each.startsWith(`## ${title}\n`));
  if (process.env['UPDATE_COVERAGE'] === '1' && chapters[at] !== text) {
    const all = at < 0 ? [...chapters, text] : chapters.with(at, text);
    writeFileSync(file, all.toSorted((a, b) => placeOf(a) - placeOf(b)).join(''));
    return text;
  }
  return chapters[at] ?? '';
}

/** What has no title comes first. */
function placeOf(chapter: string): number {
  return order.findIndex((title) => chapter.startsWith(`## ${title}\n`));
}

function chapterText({ title, about, api, recorder, elsewhere = [] }: Chapter): string {
  const skipped = new Set(elsewhere);
  const rows = api.names
    .filter((name) => !skipped.has(name))
    .map((name) => {
      const supported = recorder.supported.get(name);
      return supported === undefined
        ? { name, state: 'UNIMPLEMENTED', test: recorder.refused.get(name) ?? '' }
        : { name, state: 'supported', test: supported };
    });
  const count = (wanted: string) => rows.filter(({ state }) => state === wanted).length;
  return [
    `## ${title}\n`,
    `${about}, version ${api.version}: ${count('supported')} supported, ${count('UNIMPLEMENTED')} refused with UNIMPLEMENTED.\n`,
    '|  |  | shown by |\n| --- | --- | --- |',
    ...rows.map(({ name, state, test }) => `| \`${name}\` | ${state} | ${test} |`),
    '\n',
  ].join('\n');
}
