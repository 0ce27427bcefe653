/** What a person is told of each photo. Pure. */
import type { PhotoReport, SuggestionLanguage } from '@docket/model/listing/suggestions';
import { colourKind } from '../photo/colour-kind.ts';
import type { FoundIssue } from '../photo/judge-quality.ts';
import type { PhotoFacts, Rgb } from '../photo/photo-facts.ts';
import { PHRASES } from '../words/phrases.ts';
import { colourTerms } from '../words/terms.ts';

export function reportPhoto(
  { id, file, width, height, reading }: PhotoFacts,
  issues: readonly FoundIssue[],
  language: SuggestionLanguage,
): PhotoReport {
  const phrases = PHRASES[language];
  return {
    status: 'read',
    id,
    file,
    width,
    height,
    issues: issues.map(({ kind, of }) => ({
      kind,
      of: of?.id ?? null,
      message: phrases.issues[kind](phrases.quote(of?.file ?? '')),
    })),
    colours: reading.colours.map(({ rgb, share }) => ({
      name: colourTerms.name(colourKind(rgb), language),
      hex: toHex(rgb),
      share: Math.round(share * 100) / 100,
    })),
    text: reading.lines
      .toSorted((one, other) => other.height - one.height)
      .map(({ text, confidence }) => ({ text, confidence: Math.round(confidence * 100) / 100 })),
  };
}

function toHex(rgb: Rgb): string {
  return `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}
