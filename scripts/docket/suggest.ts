/** `docket suggest`: photos of one thing in, what its listing may say out. Needs no stack: nothing is stored. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { analysePhotos } from '@docket/functions/listings/analysis/analyse-photos';
import { openPhotoReader } from '@docket/functions/listings/analysis/photo/open-reader';
import type { PhotoFile } from '@docket/functions/listings/analysis/photo/prepare-photo';
import type { ListingSuggestions, SuggestionLanguage } from '@docket/model/listing/suggestions';
import { CommandError } from './command-error.ts';
import { writeJson } from './output.ts';
import { ProgressBar } from './progress-bar.ts';

/** The photos to be read, the folder to be written into, and the language of the suggestions. */
export interface SuggestOptions {
  files: string[];
  out: string;
  language: SuggestionLanguage;
}

/**
 * Writes suggestions.json. Throws a CommandError when a file cannot be opened or none of them is a photo; the report is
 * written all the same in the second case. There are no similar items here, and so no price.
 */
export async function suggestFromPhotos({ files, out, language }: SuggestOptions): Promise<string> {
  const photos = await Promise.all(files.map(readPhoto));
  const bar = new ProgressBar(process.stderr);
  const reader = await openPhotoReader(process.env);
  try {
    const result = await analysePhotos(
      { photos, language, similarItems: [] },
      {
        reader,
        signal: new AbortController().signal,
        onPhoto: (done, of) => {
          const percentage = Math.round((done / of) * 100);
          bar.show({ percentage, label: `${done} of ${of} photos analysed`, step: String(done) });
        },
      },
    );
    await writeJson(out, 'suggestions.json', result);
    if (result.photos.every(({ status }) => status === 'failed'))
      throw new CommandError(summaryOf(result, out));
    return summaryOf(result, out);
  } finally {
    bar.end();
    await reader.close();
  }
}

async function readPhoto(file: string): Promise<PhotoFile> {
  const bytes = await readFile(file).catch(() => {
    throw new CommandError(`${file} cannot be read. It must be a photo.`);
  });
  const name = path.basename(file);
  return { id: name, name, bytes };
}

function summaryOf({ suggestions, photos }: ListingSuggestions, out: string): string {
  const problems = photos.flatMap((photo) =>
    photo.status === 'failed'
      ? [`${photo.file}: ${photo.error}`]
      : photo.issues.map(({ message }) => `${photo.file}: ${message}`),
  );
  const found = suggestions.map(({ field, confidence }) => `${field} (${Math.round(confidence * 100)} %)`);
  const first = found.length === 0 ? 'Nothing to suggest.' : `Suggested: ${found.join(', ')}.`;
  return [first, ...problems, `Written to ${path.join(out, 'suggestions.json')}.`].join('\n');
}
