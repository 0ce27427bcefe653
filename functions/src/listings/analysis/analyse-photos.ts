/** The whole analysis of a listing's photos, from files to suggestions. Knows no database. */
import { DocketError } from '@docket/model/errors';
import type { ListingSuggestions, PhotoReport, SuggestionLanguage } from '@docket/model/listing/suggestions';
import { examinePhoto } from './photo/examine-photo.ts';
import { findIssues } from './photo/judge-quality.ts';
import type { PhotoFacts } from './photo/photo-facts.ts';
import type { PhotoReader } from './photo/photo-reader.ts';
import { type PhotoFile, preparePhoto } from './photo/prepare-photo.ts';
import type { SimilarItem } from './suggest/price.ts';
import { reportPhoto } from './suggest/report-photo.ts';
import { suggestFields } from './suggest/suggest-fields.ts';

/** What is known about a photo, or why nothing is. */
export type ExaminedPhoto = PhotoFacts | (PhotoReport & { status: 'failed' });

/** What is analysed, and for whom. */
export interface AnalysisInput {
  photos: readonly PhotoFile[];
  language: SuggestionLanguage;
  /** Items of the workspace that have prices; none is fine. */
  similarItems: readonly SimilarItem[];
}

export interface AnalysisOptions {
  reader: PhotoReader;
  signal: AbortSignal;
  /** Called when a photo is done: how many of all are. */
  onPhoto?: (done: number, of: number) => void;
}

/**
 * Looks at photos one after another and suggests what the listing may say. A photo that cannot be read is reported with
 * its sentence and does not keep the others. Throws the signal's reason when aborted.
 */
export async function analysePhotos(
  { photos, language, similarItems }: AnalysisInput,
  { reader, signal, onPhoto }: AnalysisOptions,
): Promise<ListingSuggestions> {
  const results: ExaminedPhoto[] = [];
  for (const photo of photos) {
    results.push(await examineOrSayWhy(photo, reader, signal));
    onPhoto?.(results.length, photos.length);
  }
  return suggestFrom(results, { language, similarItems });
}

/** What is suggested and reported of photos that have been looked at. Pure. */
export function suggestFrom(
  photos: readonly ExaminedPhoto[],
  { language, similarItems }: Pick<AnalysisInput, 'language' | 'similarItems'>,
): ListingSuggestions {
  const facts = photos.flatMap((photo) => ('status' in photo ? [] : [photo]));
  const issues = new Map(findIssues(facts).map((found, index) => [facts[index], found]));
  return {
    language,
    suggestions: suggestFields(facts, language, similarItems),
    photos: photos.map((photo) =>
      'status' in photo ? photo : reportPhoto(photo, issues.get(photo) ?? [], language),
    ),
  };
}

async function examineOrSayWhy(photo: PhotoFile, reader: PhotoReader, signal: AbortSignal) {
  try {
    return await examinePhoto(await preparePhoto(photo, signal), reader, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof DocketError)) throw error;
    return { status: 'failed', id: photo.id, file: photo.name, error: error.userMessage } as const;
  }
}
