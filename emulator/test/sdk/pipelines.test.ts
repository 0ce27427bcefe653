import { describe, expect, it } from 'vitest';
import { writtenChapter } from './coverage.ts';
import { publicApi } from './public-api.ts';

const title = 'Pipelines';

describe('COVERAGE.md', () => {
  it('names everything that pipelines are made of', () => {
    const admin = publicApi('@google-cloud/firestore', 'types/firestore.d.ts', [
      'FirebaseFirestore',
      'Pipelines',
    ]);
    const web = publicApi('@firebase/firestore', 'dist/pipelines.d.ts');
    const lite = publicApi('@firebase/firestore', 'dist/lite/pipelines.d.ts');
    const ofWeb = new Set([...web.names, ...lite.names]);
    const ofAdmin = new Set(admin.names);
    const list = (names: Iterable<string>) => [...names].map((name) => `\`${name}\``).join(', ');
    const text = [
      `## ${title}\n`,
      'These only make a pipeline, in the client. What sends it is refused with UNIMPLEMENTED: `Pipeline.execute` and',
      '`Transaction.execute` of the Admin SDK, `execute` of the Web SDKs; their chapters above have the tests.\n',
      `In all SDKs: ${list(admin.names.filter((name) => ofWeb.has(name)))}.\n`,
      `Only in the Admin SDK: ${list(admin.names.filter((name) => !ofWeb.has(name)))}.\n`,
      `Only in the Web SDKs: ${list([...ofWeb].filter((name) => !ofAdmin.has(name)))}.\n\n`,
    ].join('\n');
    expect(text).toBe(writtenChapter(title, text));
  });
});
