import { type FormListing } from '@docket/model/listing/form-view';
import { LISTING_FIELDS, type ListingField, NO_VALUES } from '@docket/model/listing/listing';
import type { Suggestion } from '@docket/model/listing/suggestions';
import { anyForm, anySuggestion } from '@docket/model/listing/testing/arbitraries';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAutosave } from '../../../data/autosave.ts';
import {
  acceptedEdits,
  type Edits,
  edited,
  type FormState,
  type Held,
  heldAfter,
  heldField,
  ownEdit,
  ownValues,
  publishedForm,
  releasedEdits,
  shownForm,
  suggestedCount,
  titleProblem,
} from './form-state.ts';

const grounds = { confidence: 0.8, source: 'text', reason: 'Printed on the photo.' } as const;
const suggested = (field: 'title' | 'brand' | 'size', value: string, confidence = 0.8): Suggestion => ({
  ...grounds,
  field,
  value,
  confidence,
});

const state = (change: Partial<FormState> = {}): FormState => ({
  listing: { ...NO_VALUES, touched: [] },
  suggestions: [],
  edits: {},
  held: {},
  ...change,
});

describe('a field in which somebody types', () => {
  it('is theirs from the first key press, also where a suggestion stood', () => {
    const view = shownForm(
      state({ suggestions: [suggested('title', 'Bosch')], edits: ownEdit('title', 'Bosch P') }),
    );
    expect(view.title).toMatchObject({ origin: 'own', value: 'Bosch P' });
  });

  it('keeps what it shows from the moment it has the focus, before anything is typed', () => {
    const held = heldField(shownForm(state()), 'title');
    const view = shownForm(state({ held, suggestions: [suggested('title', 'Bosch')] }));
    expect(view.title).toMatchObject({ origin: 'guess', value: '', suggestion: { value: 'Bosch' } });
  });

  it('keeps the suggestion that stood in it when another one arrives', () => {
    const held = heldField(shownForm(state({ suggestions: [suggested('title', 'Bosch')] })), 'title');
    const view = shownForm(state({ held, suggestions: [suggested('title', 'Bosch PSB 500')] }));
    expect(view.title.value).toBe('Bosch');
  });

  it('keeps what was typed when the server has confirmed it and somebody else writes it too', () => {
    const held = heldAfter(heldField(shownForm(state()), 'title'), 'title', 'Mine');
    const listing: FormListing = { ...NO_VALUES, title: 'Theirs', touched: ['title'] };
    expect(shownForm(state({ held, listing })).title.value).toBe('Mine');
    expect(shownForm(state({ listing })).title.value).toBe('Theirs');
  });
});

describe('fields in which nobody types here', () => {
  it('take over what somebody else types in another browser', () => {
    const listing: FormListing = { ...NO_VALUES, brand: 'Bosch', touched: ['brand'] };
    const view = shownForm(state({ listing, edits: ownEdit('title', 'Drill') }));
    expect(view).toMatchObject({ brand: { origin: 'own', value: 'Bosch' }, title: { value: 'Drill' } });
  });
});

describe('typing while suggestions and other people’s changes arrive', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** What can happen, in any order: a key press in the title, something that arrives, time, an answer of the server. */
  const anyEvent = fc.oneof(
    fc.record({ kind: fc.constant('key' as const), key: fc.constantFrom('a', 'b', ' ', 'é') }),
    fc.record({ kind: fc.constant('suggestions' as const), suggestions: fc.array(anySuggestion) }),
    fc.record({ kind: fc.constant('others' as const), listing: anyForm }),
    fc.record({ kind: fc.constant('time' as const), ms: fc.integer({ min: 0, max: 2000 }) }),
    fc.record({ kind: fc.constantFrom('accepted' as const, 'refused' as const) }),
  );

  it('loses no key press and changes nothing of what was typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { maxLength: 40 }), async (events) => {
        const answers: { accept: () => void; refuse: () => void }[] = [];
        let stored: FormListing = { ...NO_VALUES, touched: [] };
        const autosave = createAutosave<Edits>((edits) => {
          // As the database does: what is written shows at once.
          stored = edited(stored, edits);
          return new Promise((accept, reject) => {
            answers.push({ accept, refuse: () => reject({ code: 'unavailable' }) });
          });
        });
        let suggestions: readonly Suggestion[] = [];
        const now = (held: Held): FormState => ({
          listing: stored,
          suggestions,
          edits: autosave.store.getState().changes,
          held,
        });
        let held = heldField(shownForm(now({})), 'title');
        let typed: string | null = null;
        for (const event of events) {
          switch (event.kind) {
            case 'key': {
              const next: string = shownForm(now(held)).title.value + event.key;
              typed = (typed ?? '') + event.key;
              held = heldAfter(held, 'title', next);
              autosave.change(ownEdit('title', next));
              break;
            }
            case 'suggestions':
              suggestions = event.suggestions;
              break;
            case 'others':
              stored = event.listing;
              break;
            case 'time':
              await vi.advanceTimersByTimeAsync(event.ms);
              break;
            case 'accepted':
              answers.shift()?.accept();
              await vi.advanceTimersByTimeAsync(0);
              break;
            case 'refused':
              answers.shift()?.refuse();
              await vi.advanceTimersByTimeAsync(0);
          }
          expect(shownForm(now(held)).title.value).toBe(typed ?? '');
          expect(shownForm(now(held)).title.origin === 'own').toBe(typed !== null);
        }
        vi.clearAllTimers();
      }),
      { numRuns: 200 },
    );
  });
});

describe('accepting all', () => {
  it('makes theirs what is highlighted, but for the field in which they have typed', () => {
    const suggestions = [
      suggested('title', 'Bosch'),
      suggested('brand', 'Bosch'),
      suggested('size', 'L', 0.1),
    ];
    const before = state({ suggestions, edits: ownEdit('title', 'My drill') });
    expect(suggestedCount(shownForm(before))).toBe(1);
    expect(acceptedEdits(before)).toEqual(ownEdit('brand', 'Bosch'));
  });

  it('can be taken back: the form shows what it showed, and the same is highlighted', () => {
    fc.assert(
      fc.property(anyForm, fc.array(anySuggestion), (listing, suggestions) => {
        const before = state({ listing, suggestions });
        const accepted = acceptedEdits(before);
        const now = edited(listing, accepted);
        const undone = edited(now, releasedEdits(now, accepted));
        expect(undone.touched).toEqual(LISTING_FIELDS.filter((field) => listing.touched.includes(field)));
        expect(shownForm(state({ listing: undone, suggestions }))).toEqual(shownForm(before));
      }),
    );
  });

  it('is not taken back where something else was typed since', () => {
    const accepted = acceptedEdits(
      state({ suggestions: [suggested('title', 'Bosch'), suggested('brand', 'Bosch')] }),
    );
    const now = edited({ ...NO_VALUES, touched: [] }, { ...accepted, ...ownEdit('title', 'Bosch drill') });
    expect(releasedEdits(now, accepted)).toEqual({ brand: { kind: 'released' } });
  });
});

describe('saving the item', () => {
  const fieldsOf = (names: readonly ListingField[]) => new Set(names);

  it('saves what is shown, whatever has arrived in the field that has the focus', () => {
    const held = heldField(shownForm(state()), 'title');
    const saved = publishedForm(
      state({ held, suggestions: [suggested('title', 'Bosch'), suggested('brand', 'Bosch')] }),
    );
    expect(saved).toMatchObject({ title: '', brand: 'Bosch' });
    expect(fieldsOf(saved.touched)).toEqual(fieldsOf(LISTING_FIELDS));
  });

  it('leaves out blanks around the title, and takes no other title than one', () => {
    expect(publishedForm(state({ edits: ownEdit('title', '  Drill ') })).title).toBe('Drill');
    expect(titleProblem('Drill')).toBeNull();
    expect(titleProblem('  ')).toMatch(/title/u);
  });
});

describe('what was done here', () => {
  it('is what is written, and nothing of what was let go', () => {
    const edits = { ...ownEdit('title', 'Drill'), brand: { kind: 'released' } as const };
    expect(ownValues(edits)).toEqual({ title: 'Drill' });
    expect(edited({ ...NO_VALUES, brand: 'Bosch', touched: ['brand'] }, edits).touched).toEqual(['title']);
  });
});
