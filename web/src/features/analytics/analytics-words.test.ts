import { describe, expect, it } from 'vitest';
import type { CauseRow, Outcomes } from './analytics-view.ts';
import { placesSentence, rateLabel, rateSentence, runsSentence, shortDay } from './analytics-words.ts';

const outcomes = (completed: number, failed: number, cancelled = 0): Outcomes => ({
  completed,
  failed,
  cancelled,
});

describe('a success rate', () => {
  it('is 100% only if nothing has failed, and none of nothing', () => {
    expect(rateLabel(outcomes(3, 0))).toBe('100%');
    expect(rateLabel(outcomes(999, 1))).toBe('99.9%');
    expect(rateLabel(outcomes(99_999, 1))).toBe('99.9%');
    expect(rateLabel(outcomes(2, 1))).toBe('67%');
    expect(rateLabel(outcomes(1, 999))).toBe('under 1%');
    expect(rateLabel(outcomes(0, 9))).toBe('0%');
    expect(rateLabel(outcomes(0, 0, 5))).toBe('–');
  });

  it('says what it is a rate of', () => {
    expect(rateSentence(outcomes(1, 0))).toBe('1 of 1 run completed.');
    expect(rateSentence(outcomes(1200, 4, 1))).toBe(
      '1,200 of 1,204 runs completed. 1 run cancelled by people not counted.',
    );
    expect(rateSentence(outcomes(0, 0, 2))).toBe(
      'No run has completed or failed. 2 runs cancelled by people not counted.',
    );
  });
});

describe('the chart of runs', () => {
  it('is told in a sentence', () => {
    const days = [
      { day: '2026-11-25', ...outcomes(2, 1) },
      { day: '2026-11-26', ...outcomes(4, 0, 1) },
    ];
    expect(runsSentence(outcomes(6, 1, 1), days)).toBe(
      '6 completed, 1 failed, 1 cancelled. Most on 26 Nov: 5.',
    );
  });

  it('names days as they are in UTC', () => {
    expect(shortDay('2026-01-01')).toBe('1 Jan');
  });
});

describe('a cause', () => {
  const places: CauseRow['places'] = [
    { pipeline: 'document_processing', phase: 'Extracting text', runs: 7 },
    { pipeline: 'deck_generation', phase: 'Writing PDF', runs: 2 },
    { pipeline: 'deck_generation', phase: 'Collecting items', runs: 1 },
  ];
  const cause = (count: number): CauseRow => ({
    code: 'timed_out',
    runs: 10,
    places: places.slice(0, count),
  });

  it('names the places where it strikes most', () => {
    expect(placesSentence(cause(1))).toBe('In Process Documents, “Extracting text” (7).');
    expect(placesSentence(cause(3))).toBe(
      'In Process Documents, “Extracting text” (7) and Generate Deck, “Writing PDF” (2) and 1 other place.',
    );
  });
});
