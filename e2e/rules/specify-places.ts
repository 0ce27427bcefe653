/** Where things are kept, which place is taken, and who may have the usual places set up. */
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import { deleteField, doc, serverTimestamp, setDoc, updateDoc } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { decisionOn, type FirestoreStand } from './firestore-stand.ts';
import { isAmong, PEOPLE, uidOf, WORKSPACE } from './people.ts';
import { DEFAULT_LOCATION, LOCATION } from './seed-inventory.ts';
import { newInventorySettings, newLocation } from './valid-inventory.ts';
import type { Fields } from './valid-writes.ts';

const now = serverTimestamp;

/** Locations and the settings of the inventory, as an editor writes them. */
export function specifyPlaces(stand: () => FirestoreStand): void {
  const editor = () => stand().as('editor');
  const create = (path: string, fields: Fields) => decisionOn(setDoc(doc(editor(), path), fields));

  describe('a location', () => {
    const add = (fields: Fields, id = 'bin') =>
      create(paths.location(WORKSPACE, id), { ...newLocation('editor', now()), ...fields });
    const edit = (fields: Fields, id = LOCATION) =>
      decisionOn(updateDoc(doc(editor(), paths.location(WORKSPACE, id)), fields));
    const SHAPES: readonly [string, Fields][] = [
      ['without a name', { name: ' ' }],
      ['with an endless name', { name: 'x'.repeat(LIMITS.nameCharacters + 1) }],
      ['with an endless description', { description: 'x'.repeat(LIMITS.noteCharacters + 1) }],
      ['with a description that is no text', { description: null }],
      ['with an activity that is no yes or no', { active: 'yes' }],
      ['as one of those that were set up', { is_default: true }],
      ["in somebody else's name", { created_by: uidOf('owner') }],
      ['at a time of its own', { created_at: new Date(0) }],
      ['with more than is asked for', { color: 'red' }],
    ];

    it('may say as much as fits', async () => {
      const most = {
        name: 'x'.repeat(LIMITS.nameCharacters),
        description: 'x'.repeat(LIMITS.noteCharacters),
      };
      expect(await add(most)).toBe('allowed');
      expect(await edit(most)).toBe('allowed');
    });

    it.each(SHAPES)('is refused %s', async (_, fields) => {
      expect(await add(fields)).toBe('refused');
      expect(await edit(fields)).toBe('refused');
    });

    it.each(['b.1', 'default-', 'default-storage-2'])('is refused under the id %s', async (id) => {
      expect(await add({}, id)).toBe('refused');
    });

    it('that was set up is renamed and made inactive, and stays one', async () => {
      expect(await edit({ name: 'Cellar', active: false }, DEFAULT_LOCATION)).toBe('allowed');
      expect(await edit({ is_default: false }, DEFAULT_LOCATION)).toBe('refused');
      expect(await edit({ name: deleteField() }, DEFAULT_LOCATION)).toBe('refused');
      expect(await add({}, DEFAULT_LOCATION)).toBe('refused');
    });
  });

  describe('the settings of the inventory', () => {
    const path = paths.inventorySettings(WORKSPACE);
    const places = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`Category ${index}`, `place-${index}`]),
      );

    it('name no places, or one for each of many categories, also before there were any', async () => {
      const settings = newInventorySettings('editor', now());
      await stand().remove(path);
      expect(await create(path, { ...settings, category_locations: places(200) })).toBe('allowed');
      expect(await create(path, { ...settings, default_location_id: null, category_locations: {} })).toBe(
        'allowed',
      );
    });

    it.each<[string, Fields]>([
      ['a default that is a path', { default_location_id: '../shelf' }],
      ['a default that is a number', { default_location_id: 3 }],
      ['places that are a list', { category_locations: ['shelf'] }],
      ['no places', { category_locations: null }],
      ['a place that is a path', { category_locations: { Wood: 'a/b' } }],
      ['a place that is several', { category_locations: { Wood: 'a,b' } }],
      ['an empty place', { category_locations: { Wood: '' } }],
      ['a place that is a number', { category_locations: { Wood: 3 } }],
      ['too many places', { category_locations: places(201) }],
      ["somebody else's name", { by: uidOf('owner') }],
      ['a time of their own', { at: new Date(0) }],
      ['more than is asked for', { currency: 'EUR' }],
    ])('are refused %s', async (_, fields) => {
      expect(await create(path, { ...newInventorySettings('editor', now()), ...fields })).toBe('refused');
    });
  });

  describe('the usual locations', () => {
    const cases = ['set_up_locations', 'take_back_locations'].flatMap((action) =>
      PEOPLE.map((person) => ({
        action,
        person,
        may: isAmong(person, 'administer') ? 'may' : 'may not',
      })),
    );
    const ask = (person: (typeof PEOPLE)[number], action: string, more: Fields = {}, id = 'a9') => {
      const by = uidOf(person === 'nobody signed in' ? 'owner' : person);
      const request = { action, by, at: now(), ...more };
      return decisionOn(setDoc(doc(stand().as(person), paths.adminRequest(WORKSPACE, id)), request));
    };

    it.each(cases)('$action: $person $may ask for it', async ({ action, person, may }) => {
      expect(await ask(person, action)).toBe(may === 'may' ? 'allowed' : 'refused');
    });

    it('are asked for again by another request, as two administrators do, and never by changing one', async () => {
      await stand().amend(paths.member(WORKSPACE, uidOf('editor')), { role: 'owner' });
      expect(await ask('owner', 'set_up_locations')).toBe('allowed');
      expect(await ask('editor', 'set_up_locations')).toBe('refused');
      expect(await ask('editor', 'set_up_locations', {}, 'a10')).toBe('allowed');
    });

    it.each(['set_up_locations', 'take_back_locations'])('%s takes no more than that', async (action) => {
      expect(await ask('owner', action, { cause: null })).toBe('refused');
      expect(await ask('owner', action, { by: uidOf('editor') })).toBe('refused');
      expect(await ask('owner', action, { at: new Date(0) })).toBe('refused');
    });
  });
}
