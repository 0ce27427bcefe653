import { newPartSchema } from '@docket/model/fitment/part';
import { describe, expect, it } from 'vitest';
import { makePart, vehicle } from '../../testing/make-parts.ts';
import { draftOf, judgeDraft, NEW_DRAFT, NO_VEHICLE, sameDraft } from './part-draft.ts';

const problemsOf = (change: Partial<typeof NEW_DRAFT>) => {
  const judged = judgeDraft({ ...NEW_DRAFT, partNumber: 'BP-100', description: 'Pads', ...change }, null);
  return judged.ok ? {} : judged.problems;
};

describe('a new part', () => {
  it('is what was typed, without blanks around it and without vehicles of which nothing is said', () => {
    const judged = judgeDraft(
      {
        partNumber: ' BP-100 ',
        description: ' Front brake pads ',
        further: 'Not for SS\r\nwith J55\n\n \n\nCeramic  ',
        given: [vehicle({ make: ' Ford ' }), { ...NO_VEHICLE, model: '  ' }],
      },
      null,
    );
    expect(judged).toEqual({
      ok: true,
      partNumber: 'BP-100',
      described: {
        description: 'Front brake pads',
        texts: ['Not for SS\nwith J55', 'Ceramic'],
        given: [vehicle({ make: 'Ford' })],
      },
    });
    if (!judged.ok) return;
    const at = new Date(0);
    const fields = { part_number: judged.partNumber, created_by: 'u', created_at: at, updated_at: at };
    expect(newPartSchema.safeParse({ ...judged.described, ...fields }).success).toBe(true);
  });

  it('needs a number, and something that vehicles can be found in', () => {
    expect(problemsOf({ partNumber: ' ' })).toHaveProperty('partNumber');
    expect(problemsOf({ description: '' })).toHaveProperty('description');
    expect(problemsOf({ description: '', given: [vehicle({ make: 'Ford' })] })).toEqual({});
  });

  it('has no more and no longer texts than are stored', () => {
    expect(problemsOf({ further: 'x'.repeat(2001) })).toHaveProperty('further');
    expect(problemsOf({ further: 'x\n\n'.repeat(101) })).toHaveProperty('further');
    expect(problemsOf({ further: `${'x'.repeat(2000)}\n\n${'y'.repeat(2000)}` })).toEqual({});
  });
});

describe('a part that is there', () => {
  const { data } = makePart('BP-100', { description: 'Pads', texts: ['First\n\nparagraph ', 'Second'] });

  it('keeps the texts of its file as they stand while nobody touches them', () => {
    const judged = judgeDraft({ ...draftOf(data), description: 'Brake pads' }, data);
    expect(judged).toMatchObject({ described: { description: 'Brake pads', texts: data.texts } });
  });

  it('has the texts that are typed', () => {
    const judged = judgeDraft({ ...draftOf(data), further: 'One\n\nTwo' }, data);
    expect(judged).toMatchObject({ described: { texts: ['One', 'Two'] } });
  });

  it('is changed when something else is said of it', () => {
    const draft = draftOf(data);
    expect(sameDraft(draft, draftOf(data))).toBe(true);
    expect(sameDraft(draft, { ...draft, given: [NO_VEHICLE] })).toBe(false);
    expect(sameDraft(draft, { ...draft, further: '' })).toBe(false);
  });
});
