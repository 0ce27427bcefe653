/** How decks may be asked to look. */
import { DECK_FIELDS, DECK_LAYOUTS, DECK_SORTS } from '@docket/model/deck';
import { LIMITS } from '@docket/model/limits';
import { paths, storagePaths } from '@docket/model/paths';
import { doc, setDoc } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { decisionOn, type FirestoreStand } from './firestore-stand.ts';
import { WORKSPACE } from './people.ts';
import { FRESH } from './seed.ts';
import { newDeckSettings } from './valid-records.ts';
import type { Fields } from './valid-writes.ts';

const logo = { path: storagePaths.logo(WORKSPACE, FRESH, 'a.png'), token: 't', width: 10, height: 20 };

/** Settings of decks, as an editor writes them. */
export function specifyDecks(stand: () => FirestoreStand): void {
  const set = (fields: Fields, collection = FRESH) =>
    decisionOn(
      setDoc(doc(stand().as('editor'), paths.deckSettings(WORKSPACE, collection)), {
        ...newDeckSettings(),
        ...fields,
      }),
    );

  describe('the settings of a deck', () => {
    it.each<[string, Fields]>([
      ['an own logo', { logo }],
      ['a currency', { currency: 'EUR' }],
      ['all fields', { fields: DECK_FIELDS }],
      ['no field', { fields: [] }],
      ['highlighted items', { highlighted: ['i1', 'i2'] }],
      ...DECK_LAYOUTS.map((layout): [string, Fields] => [`${layout} items a slide`, { layout }]),
      ...DECK_SORTS.map((sort): [string, Fields] => [`the sorting “${sort}”`, { sort }]),
    ])('may have %s', async (_, fields) => {
      expect(await set(fields)).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['an endless title', { title: 'x'.repeat(LIMITS.nameCharacters + 1) }],
      ['a season that is no text', { season: null }],
      [
        'the logo of another collection',
        { logo: { ...logo, path: storagePaths.logo(WORKSPACE, 'c2', 'a.png') } },
      ],
      ['a logo somewhere below', { logo: { ...logo, path: storagePaths.logo(WORKSPACE, FRESH, 'a/b.png') } }],
      ['a logo without size', { logo: { ...logo, width: 0 } }],
      ['a logo without token', { logo: { path: logo.path, width: 1, height: 1 } }],
      ['a colour in words', { colors: { accent: 'red', background: '#ffffff', text: '#000000' } }],
      ['a colour too few', { colors: { accent: '#ff0000', background: '#ffffff' } }],
      ['five items a slide', { layout: 5 }],
      ['a field nobody knows', { fields: ['sku', 'cost'] }],
      ['fields that are no list', { fields: 'sku' }],
      ['a currency that is none', { currency: 'euro' }],
      ['half a grouping', { group_by_category: 'yes' }],
      ['another sorting', { sort: 'random' }],
      ['highlights that are no ids', { highlighted: [1] }],
      ['more than these', { footer: '' }],
    ])('may not have %s', async (_, fields) => {
      expect(await set(fields)).toBe('refused');
    });

    it('need their collection', async () => {
      expect(await set({}, 'nowhere')).toBe('refused');
    });
  });
}
