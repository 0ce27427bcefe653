import type { ProcessingStatus } from '@docket/model/processing-status';
import { describe, expect, it } from 'vitest';
import { failure, summary } from '../../../fixtures/records.ts';
import { leadingRun, runBadge, runSentence } from './leading-run.ts';
import { NOTHING_PENDING } from './run-view.ts';

const ID = 'c1';
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 26, 9, 0, seconds));
const completed = summary(ID, 6, { status: 'completed', last_updated: at(0) });
const failed: ProcessingStatus = { ...failure(ID, 'order_unreadable'), last_updated: at(9) };
const paused = summary(ID, 3, { status: 'paused', last_updated: at(5) });
const running = summary(ID, 4, { last_updated: at(1) });
const lead = (summaries: Parameters<typeof leadingRun>[1]) => leadingRun(ID, summaries, NOTHING_PENDING);

describe('the run that a collection speaks of', () => {
  it('is the processing of its documents, even before there was any', () => {
    expect(lead({})).toEqual({ pipeline: 'document_processing', view: { state: 'none' } });
    expect(lead({ document_processing: completed, deck_generation: completed }).pipeline).toBe(
      'document_processing',
    );
  });

  it('is what is under way rather than what is paused, and what is paused rather than what has failed', () => {
    const summaries = { document_processing: completed, item_generation: failed };
    expect(lead(summaries).pipeline).toBe('item_generation');
    expect(lead({ ...summaries, deck_generation: paused }).pipeline).toBe('deck_generation');
    expect(lead({ document_processing: paused, deck_generation: running }).pipeline).toBe('deck_generation');
  });

  it('is the latest of several of one kind', () => {
    const older = { ...failed, last_updated: at(2) };
    expect(lead({ document_processing: older, item_generation: failed }).pipeline).toBe('item_generation');
    expect(lead({ document_processing: failed, item_generation: older }).pipeline).toBe(
      'document_processing',
    );
  });
});

describe('the words for it', () => {
  it('say what is being made', () => {
    expect(runBadge(lead({ item_generation: running }))).toEqual({
      status: 'processing',
      label: 'Generating items',
    });
    expect(runBadge(lead({ item_generation: paused }))).toEqual({ status: 'paused' });
    expect(runBadge(lead({}))).toEqual({ status: 'idle' });
  });

  it('say where it stands, waits or has failed', () => {
    expect(runSentence(lead({ document_processing: running }))).toBe('Generating categories… 56%');
    expect(runSentence(lead({ document_processing: paused }))).toBe(
      'Paused in phase 3 of 6 · 40%. Open it to resume.',
    );
    expect(runSentence(lead({ item_generation: failed }))).toMatch(/^Item generation failed\. No table/u);
    expect(runSentence(lead({ document_processing: completed }))).toBeNull();
  });
});
