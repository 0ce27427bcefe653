import { NO_VALUES } from '@docket/model/listing/listing';
import type { Suggestion } from '@docket/model/listing/suggestions';
import { MantineProvider } from '@mantine/core';
import { createRef } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { WorkspaceContext } from '../../../data/workspace.ts';
import { type FormState, heldAfter, heldField, ownEdit, shownForm } from './form-state.ts';
import { ListingFields } from './listing-fields.tsx';

const nothing = () => undefined;
const grounds = { confidence: 0.72, source: 'text', reason: 'Printed on the photo.' } as const;
const TITLE: Suggestion = { ...grounds, field: 'title', value: 'Bosch PSB 500' };
const GUESS: Suggestion = { ...grounds, field: 'size', value: 'XL', confidence: 0.2 };
const PRICE: Suggestion = {
  field: 'price',
  value: {
    amount: 50,
    currency: 'EUR',
    lowest: 40,
    highest: 60,
    based_on: [
      { id: 'a', name: 'Red bag', price: 40 },
      { id: 'b', name: 'Old bag', price: 60 },
    ],
  },
  confidence: 0.5,
  source: 'similar_items',
  reason: 'Two bags.',
};

const EMPTY: FormState = {
  listing: { ...NO_VALUES, touched: [] },
  suggestions: [],
  edits: {},
  held: {},
};

function markup(
  state: Partial<FormState>,
  { disabled = false, problem = null as string | null } = {},
): string {
  const form = {
    view: shownForm({ ...EMPTY, ...state }),
    isPublished: false,
    set: nothing,
    accept: nothing,
    clear: nothing,
    enter: nothing,
    leave: nothing,
  };
  return renderToStaticMarkup(
    <MantineProvider>
      <MemoryRouter>
        <WorkspaceContext value={{ id: 'w', name: 'W', role: 'editor' }}>
          <ListingFields
            form={form}
            disabled={disabled}
            problem={problem}
            titleInput={createRef()}
            categories={['Tools']}
            currency="EUR"
          />
        </WorkspaceContext>
      </MemoryRouter>
    </MantineProvider>,
  );
}

/** The frame of one field, from its beginning to that of the next. */
function frame(html: string, label: string): string {
  const frames = html.split('<fieldset');
  return frames.find((part) => part.includes(`aria-label="${label}"`)) ?? '';
}

describe('a suggested field', () => {
  const title = frame(markup({ suggestions: [TITLE] }), 'Title');

  it('holds the suggestion, highlighted, with where it is from and how sure it is', () => {
    expect(title).toContain('value="Bosch PSB 500"');
    expect(title).toContain('data-origin="suggested"');
    expect(title).toContain('Suggested. From text in a photo. Medium confidence, 72\u00A0%.');
  });

  it('can be accepted and cleared, and says why on demand', () => {
    for (const name of ['Accept the suggested title', 'Clear the suggested title', 'Why this title'])
      expect(title).toContain(`aria-label="${name}"`);
    expect(title).not.toContain('Printed on the photo.');
  });
});

describe('a field in which somebody is typing', () => {
  it('shows what they typed when a suggestion arrives between two key presses', () => {
    let held = heldField(shownForm(EMPTY), 'title');
    held = heldAfter(held, 'title', 'My d');
    const typing = { held, edits: ownEdit('title', 'My d') };
    const before = frame(markup(typing), 'Title');
    const after = frame(markup({ ...typing, suggestions: [TITLE] }), 'Title');
    expect(before).toContain('value="My d"');
    expect(after).toContain('value="My d"');
    expect(after).toContain('data-origin="own"');
  });

  it('offers the suggestion beside it', () => {
    const after = frame(markup({ edits: ownEdit('title', 'My drill'), suggestions: [TITLE] }), 'Title');
    expect(after).toContain('Suggested: Bosch PSB 500');
    expect(after).toContain('aria-label="Use this title: Bosch PSB 500"');
  });
});

describe('a guess', () => {
  it('stands beside the field, not in it', () => {
    const size = frame(markup({ suggestions: [GUESS] }), 'Size');
    expect(size).toContain('value=""');
    expect(size).toContain('Guess: XL');
    expect(size).toContain('aria-label="Use this size: XL"');
  });
});

describe('a suggested price', () => {
  it('leads to the items that it rests on', () => {
    const price = frame(markup({ suggestions: [PRICE] }), 'Price');
    expect(price).toContain('value="50"');
    expect(price).toContain('The median of 2 similar items, from €40.00 to €60.00:');
    expect(price).toContain('href="/w/w/listings/a"');
    expect(price).toContain('href="/w/w/listings/b"');
  });
});

describe('the title', () => {
  it('says what is wrong with it', () => {
    expect(frame(markup({}, { problem: 'An item needs a title.' }), 'Title')).toContain(
      'An item needs a title.',
    );
  });
});

describe('the form of those who may only look', () => {
  it('shows what is suggested, and nothing to press', () => {
    const html = markup({ suggestions: [TITLE, GUESS] }, { disabled: true });
    expect(html).toContain('value="Bosch PSB 500"');
    expect(html).not.toContain('Accept the suggested');
    expect(html).not.toContain('Use this');
  });
});
