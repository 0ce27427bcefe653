import { PIPELINES, pipelineDefinition } from '@docket/model/pipelines';
import { notificationsPage, runPage } from '@docket/model/run-page';
import { describe, expect, it } from 'vitest';
import { urls } from '../../../urls.ts';
import { runUrl } from './run-words.ts';

describe('the address that a mail leads to', () => {
  it.each(PIPELINES)('is the page on which a run of %s is watched', (pipeline) => {
    const run = { pipeline, subject: { type: pipelineDefinition(pipeline).subject, id: 's1' } };
    expect(runPage('w', run)).toBe(runUrl('w', run));
  });

  it('is the page of notifications, to have fewer of them', () => {
    expect(notificationsPage('w')).toBe(urls.notifications('w'));
  });
});
