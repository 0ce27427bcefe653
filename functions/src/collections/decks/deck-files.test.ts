import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDisposition, deckFileName } from './deck-files.ts';

describe('the name of a deck', () => {
  it.each([
    ['Harbour & Vale', 'AW26', 'Harbour & Vale AW26'],
    ['Harbour AW26', 'AW26', 'Harbour AW26'],
    ['Harbour', '  ', 'Harbour'],
    ['A/B: "C"?', 'AW\u000026', 'A B C AW 26'],
    ['...', '', 'Deck'],
    ['', '', 'Deck'],
    ['外套', '2026', '外套 2026'],
    [`${'x'.repeat(99)}🧥🧥`, '', `${'x'.repeat(99)}🧥`],
  ])('of %j for %j is %j', (title, season, name) => {
    expect(deckFileName({ title, season })).toBe(name);
  });

  it('whatever the title, is one that file systems take', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, season) => {
        expect(deckFileName({ title, season })).toMatch(/^(?![. ])[^\p{C}\\/:*?"<>|]{1,100}(?<![. ])$/u);
      }),
    );
  });
});

describe('the header that names a download', () => {
  it('is plain for a plain name', () => {
    expect(contentDisposition('Harbour & Vale AW26.pptx')).toBe(
      'attachment; filename="Harbour & Vale AW26.pptx"',
    );
  });

  it('has another name in UTF-8 for readers that know it', () => {
    expect(contentDisposition("Élan (外套) d'hiver.pdf")).toBe(
      `attachment; filename="Elan (__) d'hiver.pdf"; filename*=UTF-8''%C3%89lan%20%28%E5%A4%96%E5%A5%97%29%20d%27hiver.pdf`,
    );
  });

  it('whatever the name, is one line of ASCII that ends where it should', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const header = contentDisposition(`${deckFileName({ title, season: '' })}.pdf`);
        expect(header).toMatch(
          /^attachment; filename="[\u0020-!#-[\]-~]+"(?:; filename\*=UTF-8''[\w.!~%-]+)?$/u,
        );
      }),
    );
  });
});
